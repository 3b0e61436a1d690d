/**
 * The checks (核查): jobs that prove, night after night, what must always hold. `verify-trail`: every history is whole and
 * says the stored state (R30). `recount-figures`: figures and counters are what a recount gives. `prove-ledger`: the
 * ledger balances (R29). `anchor-trail` (存证): the histories still hold what earlier checkpoints outside the tables say, and
 * a new checkpoint is laid beside them (R30).
 */
export const checkNames = ['verify-trail', 'recount-figures', 'prove-ledger', 'anchor-trail'] as const;
export type CheckName = (typeof checkNames)[number];

/** `running` until it has looked at everything. */
export const checkStates = ['running', 'done'] as const;
export type CheckState = (typeof checkStates)[number];

/** One thing that is not as it must be (发现的问题), in plain words and figures. */
export type Finding = Readonly<Record<string, string | number | null>>;

/** The words of the log line that raises the alarm when a check finds something; the metric filters look for them. */
export const checkFailed = 'check failed';
