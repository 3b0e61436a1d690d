/** Whether the object store is one outside, which goes by a clock of its own. */
export const hasOutsideObjects = Boolean(process.env.S3_ENDPOINT);

/** Why a test at a moved clock says nothing there. */
export const outsideClock =
  'addresses are signed by the moved clock of the system, and an object store outside answers 403 to them, as S3 does';
