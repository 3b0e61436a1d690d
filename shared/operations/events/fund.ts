import type { FundAppropriated } from '../../domain/appropriation.ts';
import { type EventViews, kindView, type Readers } from './event-view.ts';

const readers: Readers = ['member', 'finance'];

/** The fund: its entries are for members and finance. */
const views: EventViews<FundAppropriated> = {
  'fund-appropriated': {
    seenBy: readers,
    data: { appropriationId: readers, amountFen: readers, documentNumber: readers, appropriatedOn: readers },
  },
};

export const fundEvents = kindView('fund', views);
