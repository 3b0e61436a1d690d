import { type Assembly, resourcesOfType } from './assembly.ts';
import { resolve } from './resolve.ts';
import { functionNameOfArn, type LocalValues, scopeOf } from './scope.ts';

/** The names of the functions that a deployment of the template runs. */
export const stepsOf = (assembly: Assembly, values: LocalValues): readonly string[] =>
  resourcesOfType(assembly, 'Custom::DeploymentStep').map(({ stack, properties }) =>
    functionNameOfArn(String(resolve(properties.ServiceToken, scopeOf(assembly, stack, values)))),
  );
