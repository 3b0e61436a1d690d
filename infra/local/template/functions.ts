import { join } from 'node:path';
import type { TokenRules } from '../../../shared/platform/token-check.ts';
import { entryTag } from '../../constructs/entry-tag.ts';
import { type Assembly, resourcesOfType } from './assembly.ts';
import { resolve } from './resolve.ts';
import { type Rights, rightsOf } from './rights.ts';
import { functionName, functionNameOfArn, type LocalValues, scopeOf } from './scope.ts';

/** A function as a worker thread needs it. */
export interface FunctionModel {
  readonly name: string;
  /** The entry point that it is made of: a group of calls, or a module in `functions/`. */
  readonly entry: string;
  /** What its role allows. */
  readonly rights: Rights;
  readonly modulePath: string;
  /** The name of the export that is called. */
  readonly exportName: string;
  readonly timeoutMs: number;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
}

interface FunctionProperties {
  readonly Code: { readonly S3Key: unknown };
  readonly Handler: string;
  readonly Timeout?: number;
  readonly MemorySize?: number;
  readonly Environment?: { readonly Variables: Readonly<Record<string, unknown>> };
  readonly Role: { readonly 'Fn::GetAtt': readonly [string, 'Arn'] };
  readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
}

/** The functions of the template; what all share on this machine goes over what the template says. */
export function functionsOf(
  assembly: Assembly,
  values: LocalValues,
  shared: Readonly<Record<string, string>>,
): readonly FunctionModel[] {
  return resourcesOfType(assembly, 'AWS::Lambda::Function').map(({ stack, id, properties }) => {
    const scope = scopeOf(assembly, stack, values);
    const given = properties as unknown as FunctionProperties;
    const { Code, Handler, Timeout, MemorySize, Environment, Role, Tags } = given;
    const folder = assembly.assetFolders.get(String(resolve(Code.S3Key, scope)));
    if (folder === undefined) throw new Error(`The code of ${functionName(stack, id)} is not in the assembly`);
    const [file = '', exportName = ''] = Handler.split('.');
    const environment = { ...(resolve(Environment?.Variables ?? {}, scope) as Record<string, string>), ...shared };
    return {
      entry: Tags.find(({ Key }) => Key === entryTag)?.Value ?? '',
      rights: rightsOf(stack, Role['Fn::GetAtt'][0], scope, values, environment),
      name: functionName(stack, id),
      modulePath: join(folder, `${file}.cjs`),
      exportName,
      timeoutMs: (Timeout ?? 3) * 1000,
      memoryMegabytes: MemorySize ?? 128,
      environment,
    };
  });
}

/** A call of the gateway and the function behind it. */
export interface RouteModel {
  readonly method: string;
  readonly path: string;
  readonly functionName: string;
  readonly needsToken: boolean;
}

/** The gateway's routes. */
export function routesOf(assembly: Assembly, values: LocalValues): readonly RouteModel[] {
  return resourcesOfType(assembly, 'AWS::ApiGatewayV2::Route').map(({ stack, properties }) => {
    const scope = scopeOf(assembly, stack, values);
    const [method = '', path = ''] = String(properties.RouteKey).split(' ');
    const integrationId = String(resolve(properties.Target, scope)).replace(/^integrations\//, '');
    const integration = stack.resources[integrationId]?.Properties.IntegrationUri;
    return {
      method,
      path,
      functionName: functionNameOfArn(String(resolve(integration, scope))),
      needsToken: properties.AuthorizationType === 'JWT',
    };
  });
}

/** The template's authorizer; null while no call needs a token. */
export function authorizerOf(assembly: Assembly, values: LocalValues): TokenRules | null {
  const [authorizer] = resourcesOfType(assembly, 'AWS::ApiGatewayV2::Authorizer');
  if (!authorizer) return null;
  const scope = scopeOf(assembly, authorizer.stack, values);
  const configuration = resolve(authorizer.properties.JwtConfiguration, scope) as {
    Issuer: string;
    Audience: string[];
  };
  return { issuer: configuration.Issuer, audiences: configuration.Audience };
}
