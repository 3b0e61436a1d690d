/** The words of the log line of a job that has done its work; metric filters look for them. */
export const jobDone = (name: string): string => `job ${name} done`;
