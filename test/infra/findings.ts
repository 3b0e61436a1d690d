import { basename, join } from 'node:path';
import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';
import { type App, CfnElement, Stack } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';

/** What a rule pack found, at which construct. */
export interface FoundByRules {
  readonly rule: string;
  readonly path: string;
}

/** What three packs of cdk-nag find in an app. */
export function findingsOfNag(app: App): readonly FoundByRules[] {
  return [new AwsSolutionsChecks(app), new NIST80053R5Checks(app), new ServerlessChecks(app)].flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => ({ rule: ruleName, path: String(constructPath) })),
      ),
  );
}

/** What the guard rules of Control Tower find in the templates that an app has written. */
export function findingsOfGuard(app: App): readonly FoundByRules[] {
  const stacks = app.node.findAll().filter((construct) => construct instanceof Stack);
  const pathOf = new Map(
    stacks.flatMap((stack) =>
      stack.node
        .findAll()
        .filter((construct) => construct instanceof CfnElement)
        .map((element) => [`${stack.templateFile} ${stack.resolve(element.logicalId)}`, element.node.path] as const),
    ),
  );
  const templatePaths = stacks.map(({ templateFile }) => join(app.outdir, templateFile));
  const { violations } = new CfnGuardValidator({ maxBuffer: 256 * 1024 * 1024 }).validate({
    appConstruct: app,
    templatePaths,
  });
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ resourceLogicalId, templatePath }) => ({
      rule: `cdk-validator-cfnguard::${ruleName}`,
      path: pathOf.get(`${basename(templatePath)} ${resourceLogicalId}`) ?? resourceLogicalId ?? basename(templatePath),
    })),
  );
}
