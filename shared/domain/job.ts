/** `waiting`: the sweeper rings for it. `parked`: it was rung for so often that nobody expects it to be done by itself. */
export const jobStates = ['waiting', 'parked'] as const;
export type JobState = (typeof jobStates)[number];
