import { builtInPolicies } from '../../../shared/domain/built-in-policies.ts';
import { addDays, type Day, daysBetween } from '../../../shared/domain/calendar.ts';

/** The day on which the joint conference reviewed the first compensation. */
const reviewedOn: Day = '2023-09-12';
const appliedOn: Day = '2021-03-15';
/** It cannot have been applied for before there were measures. */
const earliest = daysBetween(appliedOn, builtInPolicies[0]?.effectiveFrom ?? appliedOn);

/**
 * The loan of the first compensation ever paid: 300,000 yuan on credit from Pinghu Rural Commercial Bank, 2021-03-25 to
 * 2022-03-24, extended, and not repaid when the extension ended; all interest of the agreed term was paid. Published are
 * bank, amount and these days; enterprise, numbers, rate and the extension's end are made up. Where the clock stands
 * before the conference's day, all of it is set back by as much.
 */
export function firstCase(today: Day) {
  const on = (day: Day): Day => addDays(day, Math.min(0, Math.max(daysBetween(reviewedOn, today), earliest)));
  return {
    /** The certificate by which its borrower is on the list, then and now. */
    certificate: { category: 'provincial-tech-sme', certificateNumber: 'KJ20203300001', issuedOn: on('2020-06-30') },
    loan: {
      institutionId: 'rcb',
      contractNumber: '平农商借字（2021）第0325号',
      amountFen: 30_000_000,
      mode: 'credit',
      appliedOn: on(appliedOn),
      disbursedOn: on('2021-03-25'),
      originalMaturesOn: on('2022-03-24'),
      // As long again as the first term, which is as long as it can be.
      maturesOn: on('2023-03-24'),
      annualRateBp: 435,
      outstandingFen: 30_000_000,
      // 364 days at 4.35 % of 360.
      interestPaidFen: 1_319_500,
      class: 'doubtful',
    },
  } as const;
}
