import { builtInPolicies } from '../../../shared/domain/built-in-policies.ts';
import { addDays, type Day, daysBetween } from '../../../shared/domain/calendar.ts';

/** The day on which the joint conference reviewed the first compensation, and the last day of its story. */
const reviewedOn: Day = '2023-09-12';
const paidOn: Day = '2023-10-08';
const appliedOn: Day = '2021-03-15';
/** It cannot have been applied for before there were measures. */
const earliest = daysBetween(appliedOn, builtInPolicies[0]?.effectiveFrom ?? appliedOn);

export type FirstCase = ReturnType<typeof firstCase>;

/**
 * The first compensation ever paid: 300,000 yuan on credit from Pinghu Rural Commercial Bank, 2021-03-25 to 2022-03-24,
 * extended, not repaid when the extension ended, reviewed on 2023-09-12 by the first meeting of the year; all interest of
 * the agreed term was paid, and the fund paid 180,000 yuan. Published are bank, amounts and these days; enterprise,
 * numbers, rate and the other days are made up. Where the clock stands before its last day, all of it is set back by as much.
 */
export function firstCase(today: Day) {
  const on = (day: Day): Day => addDays(day, Math.min(0, Math.max(daysBetween(paidOn, today), earliest)));
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
      // 364 days at 4.35 % of 360.
      interestPaidFen: 1_319_500,
    },
    days: {
      approvedOn: on('2021-03-18'),
      interestPaidOn: on('2022-03-21'),
      extendedOn: on('2022-03-22'),
      claimedOn: on('2023-07-10'),
      acceptedOn: on('2023-07-20'),
      convenedOn: on('2023-09-01'),
      reviewedOn: on(reviewedOn),
      paidOn: on(paidOn),
    },
    compensatedFen: 18_000_000,
    voucherNumber: '平财科补（2023）001',
    /** What the finance bureau put into the fund, before the loan and after its story. */
    appropriations: {
      before: { appropriatedOn: on('2021-03-01'), amountFen: 500_000_000, documentNumber: '平财科〔2021〕12号' },
      after: { appropriatedOn: on('2024-03-01'), amountFen: 1_000_000_000, documentNumber: '平财科〔2024〕9号' },
    },
  } as const;
}
