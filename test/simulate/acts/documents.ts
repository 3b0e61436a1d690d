import { createHash } from 'node:crypto';
import { announceDocument } from '../../../shared/operations/documents/announce.ts';
import { bank, office } from '../../support/fixtures.ts';
import { idIn } from '../command.ts';
import { announced, keptThroughOf } from '../model/documents.ts';
import type { Act } from './context.ts';
import { enterpriseCaller } from './people.ts';

const sha256 = createHash('sha256').update(announced).digest('hex');

/** Somebody announces a paper and mostly sends it. */
export const announce: Act = ({ city, chance, today }) => {
  const code = chance.one([...city.enterprises.keys()]);
  const caller = chance.weighted([
    [40, bank('rcb')],
    [40, bank('icbc')],
    [10, office()],
    [10, enterpriseCaller(code)],
  ]);
  const sent = chance.isIn(90) ? 'as-announced' : 'other';
  const isThere = chance.isIn(85);
  const file = { kind: 'loan-contract', fileName: '借款合同.pdf', contentType: 'application/pdf' } as const;
  return {
    kind: 'announce',
    caller,
    says: `${caller.org} announces a document and sends ${isThere ? sent : 'nothing'}`,
    on: null,
    send: (services, context) => announceDocument(services, context, { ...file, bytes: announced.length, sha256 }),
    against: () => [],
    apply: (now, body) => {
      const id = idIn(body, 'documentId');
      const fate = { links: new Set<string>(), expiredOn: null, removedOn: null };
      now.documents.set(id, { id, owner: caller.org, keptThrough: keptThroughOf(today), sent, isThere, ...fate });
    },
  };
};
