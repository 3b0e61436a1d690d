import type { Settings } from './settings.ts';

export const cdkCommands = ['deploy', 'diff', 'destroy'] as const;
export type CdkCommand = (typeof cdkCommands)[number];

/**
 * The CDK's command line for a city. `destroy` takes down all that can be deployed again; the data stack is protected, and
 * what it holds would be kept even if it were taken down by hand.
 */
export function cdkArguments(command: CdkCommand, { city }: Pick<Settings, 'city'>): readonly string[] {
  const whole = [`${city}-loans-*`];
  return {
    deploy: ['deploy', ...whole, '--require-approval', 'any-change', '--no-notices'],
    diff: ['diff', ...whole, '--no-notices'],
    destroy: ['destroy', `${city}-loans-service`, '--no-notices'],
  }[command];
}
