import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start the whole system, or meet every fault at every call: minutes of a run in a tenth of its files. */
const long = /\/end-to-end\/|-faults\.test|\/conference\/|\/simulate\/|\/checks\/|\/infra\/start|\/thousand-rows/;
/** Every page in a browser: a quarter of a run in one file, half of which a worker only waits. */
const longest = /\/browser\//;

/** Begins with what takes longest, so that at the end no worker is left alone with it. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number =>
      longest.test(moduleId) ? 0 : long.test(moduleId) ? 1 : 2;
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}
