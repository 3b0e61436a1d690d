import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DeploymentEvent, deploymentStep } from '../../shared/platform/deployment-step.ts';
import { type CloudFormation, startCloudFormation } from '../support/cloud-formation.ts';

const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
const denied = () => Promise.reject(Object.assign(new Error('not yet'), { name: 'AccessDeniedException' }));

describe('a step of a deployment', () => {
  let cloudFormation: CloudFormation;
  beforeAll(async () => {
    process.env.LOG_LEVEL = 'silent';
    cloudFormation = await startCloudFormation();
  });
  beforeEach(() => {
    cloudFormation.answers.splice(0);
    cloudFormation.answerWith(200);
  });
  afterAll(() => cloudFormation.stop());
  const event = (type: 'Create' | 'Update' | 'Delete') => cloudFormation.eventOf(type) as DeploymentEvent;
  const bodies = () => cloudFormation.answers.map(({ body }) => body);

  test.each(['Create', 'Update'] as const)('tells CloudFormation at a %s that it is done', async (type) => {
    expect(await deploymentStep('a-step', async () => ({ did: 1 }))(event(type), context)).toEqual({ did: 1 });
    const ids = { StackId: 'stack-1', RequestId: 'request-1', LogicalResourceId: 'keysDone' };
    expect(bodies()).toEqual([{ Status: 'SUCCESS', PhysicalResourceId: 'a-step', ...ids }]);
  });

  test('does nothing at a deletion, and lets the stack go', async () => {
    await deploymentStep('a-step', denied, [])(event('Delete'), context);
    expect(bodies()).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'a-step' }]);
  });

  test('is tried again while the rights of its new role are not known everywhere', async () => {
    let attempts = 0;
    const act = () => {
      attempts += 1;
      return attempts < 3 ? denied() : Promise.resolve({ attempts });
    };
    await deploymentStep('a-step', act, [1, 1, 1])(event('Create'), context);
    expect([attempts, bodies()]).toMatchObject([3, [{ Status: 'SUCCESS' }]]);
  });

  test('that fails fails the deployment, and says why', async () => {
    await deploymentStep('a-step', denied, [1])(event('Create'), context);
    expect(bodies()).toMatchObject([{ Status: 'FAILED', Reason: 'AccessDeniedException: not yet' }]);
  });

  test('answers bytes without a content type, since the address is signed for none', async () => {
    await deploymentStep('a-step', async () => ({}))(event('Update'), context);
    const [answer] = cloudFormation.answers;
    expect(answer?.headers['content-type']).toBeUndefined();
    expect(answer?.headers['content-length']).toMatch(/^\d+$/);
  });

  test('fails if its answer is not taken, so that Lambda calls it again', async () => {
    cloudFormation.answerWith(503);
    const answer = deploymentStep('a-step', async () => ({}))(event('Update'), context);
    await expect(answer).rejects.toThrow('did not take the answer');
    expect(bodies()).toHaveLength(1);
  });

  test('called by a person or one machine answers nobody, and fails at once with its own reason', async () => {
    await expect(deploymentStep('a-step', denied)({}, context)).rejects.toThrow('not yet');
    expect(bodies()).toEqual([]);
  });
});
