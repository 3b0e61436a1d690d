import type { Services } from '../../shared/operations/services.ts';

/** Lets something happen just before the store's next call of a kind (the n-th from now), once. */
export function before(services: Services, commandName: string, happen: () => Promise<unknown>, nth = 1): void {
  let left = nth;
  services.database.client.middlewareStack.add(
    (next, context) => async (args) => {
      if ((context as { commandName?: string }).commandName === commandName) {
        left -= 1;
        if (left === 0) await happen();
      }
      return next(args);
    },
    { step: 'initialize', name: `between-${commandName}`, override: true },
  );
}
