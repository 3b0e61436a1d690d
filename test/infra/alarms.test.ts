import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkJobs, minuteJobs, nightJobs, workers } from '../../infra/background.ts';
import { accessLine } from '../../infra/constructs/access-line.ts';
import { runbookSections } from '../../infra/constructs/person-alarm.ts';
import { type Assembly, resourcesOfType } from '../../infra/local/template/assembly.ts';
import { claimHoldsLine, fourEyesRefused, rowNotWritten } from '../../shared/domain/alarm.ts';
import { localAssembly } from './synthesised.ts';

let assembly: Assembly;
let alarms: readonly Readonly<Record<string, unknown>>[];

beforeAll(async () => {
  assembly = await localAssembly();
  alarms = resourcesOfType(assembly, 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
});

const runbook = readFileSync(new URL('../../infra/runbook.md', import.meta.url), 'utf8');
const saying = (words: RegExp) => alarms.filter(({ AlarmDescription }) => words.test(String(AlarmDescription)));

describe('alarms', () => {
  test('call a person, and say when all is well again', () => {
    expect(alarms.length).toBeGreaterThan(30);
    for (const { AlarmActions, OKActions } of alarms)
      expect([AlarmActions, OKActions]).toEqual([[expect.anything()], [expect.anything()]]);
  });

  test('name a section of the runbook each, and every section has an alarm', () => {
    const named = alarms.map(
      ({ AlarmDescription }) => /infra\/runbook\.md#([\w-]+)\.$/.exec(String(AlarmDescription))?.[1],
    );
    expect([...new Set(named)].sort()).toEqual([...runbookSections].sort());
  });

  test.each(runbookSections)('have a section #%s that says what it means, how to look and what to do', (section) => {
    const anchorOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-');
    const text = runbook.split(/^## /m).find((part) => anchorOf(part.split('\n')[0] ?? '') === section) ?? '';
    expect(text).toMatch(/^\*\*What it means\.\*\* /m);
    expect(text).toMatch(/^\*\*How to look\.\*\* /m);
    expect(text).toMatch(/^\*\*What to do\.\*\* /m);
  });

  test('there is one for each worker’s dead letters, old messages, errors, held lines and waiting work', () => {
    for (const { queue } of workers) expect(saying(new RegExp(`queue ${queue} `)).length).toBeGreaterThanOrEqual(3);
    expect(saying(/holds its line/)).toHaveLength(workers.length);
    expect(saying(/work of the queue|An import or a refresh/)).toHaveLength(workers.length);
    const filters = resourcesOfType(assembly, 'AWS::Logs::MetricFilter').map(
      ({ properties }) => properties.FilterPattern,
    );
    expect(filters).toContain(`{ $.message.message = "${claimHoldsLine}" }`);
    expect(saying(/a-row-cannot-be-written/)).toHaveLength(1);
    expect(filters.filter((each) => each === `{ $.message.message = "${rowNotWritten}" }`)).toHaveLength(1);
  });

  test('there is one for many refused calls, by the status that the gateway’s access log writes as a text', () => {
    expect(saying(/calls or more were refused/)).toMatchObject([{ Threshold: 200, Period: 300 }]);
    const filters = resourcesOfType(assembly, 'AWS::Logs::MetricFilter').map(({ properties }) => properties);
    expect(filters.find(({ FilterPattern }) => /status/.test(String(FilterPattern)))).toMatchObject({
      FilterPattern: '{ ($.status = "401") || ($.status = "403") || ($.status = "404") }',
      LogGroupName: { Ref: expect.stringContaining('AccessLog') },
    });
    expect(accessLine({ sub: 's', route: 'r', integrationError: 'e' })).toContain('"status":"$context.status"');
  });

  test('there is one for each decision that one official tries to take alone', () => {
    const alone = saying(/four-eyes-are-refused/);
    expect(alone.map(({ Threshold }) => Threshold)).toEqual([3, 3, 3]);
    const filters = resourcesOfType(assembly, 'AWS::Logs::MetricFilter').filter(
      ({ properties }) => properties.FilterPattern === `{ $.message.message = "${fourEyesRefused}" }`,
    );
    expect(filters).toHaveLength(3);
  });

  test('there is one for each job that fails and for each that does not run', () => {
    for (const { name } of [...nightJobs, ...minuteJobs]) {
      expect(saying(new RegExp(`The job ${name} (failed|did not finish)`))).toHaveLength(2);
    }
    for (const { name } of checkJobs) expect(saying(new RegExp(`The check ${name} `))).toHaveLength(3);
  });

  test('all stand on one page, with calls, errors and what waits', () => {
    const [dashboard, ...others] = resourcesOfType(assembly, 'AWS::CloudWatch::Dashboard');
    expect(others).toEqual([]);
    const body = JSON.stringify(dashboard?.properties.DashboardBody);
    for (const title of ['Alarms', 'Calls', 'Dead letters', 'Messages that wait', 'Conflicts and throttles']) {
      expect(body).toContain(title);
    }
  });
});
