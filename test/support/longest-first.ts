import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start the whole system, or meet every fault at every call: minutes of a run in a tenth of its files. */
const long = /\/end-to-end\/|-faults\.test|\/conference\/|\/checks\/|\/infra\/start|\/thousand-rows/;

/** Begins with what takes longest, so that at the end no worker is left alone with it. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
