import { afterAll, beforeAll, expect, test } from 'vitest';
import { announcementOf, aPdf, upload } from '../../support/documents.ts';
import { admit } from '../../support/fixtures.ts';
import { bankOf, type Handlers } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { type OwnObjects, startObjects } from '../../support/objects.ts';
import { runNight } from '../../support/workers.ts';

let api: Handlers & { setNow(instant: string): void };
let objects: OwnObjects;
const rcb = bankOf('rcb');

beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  objects = await startObjects(() => Date.parse(api.services.now()));
  Object.assign(process.env, { S3_ENDPOINT: objects.endpoint });
  await admit(api.services, 'rcb');
});
afterAll(() => objects.stop());

const night = (day: string): Promise<object> => {
  api.setNow(new Date(`${day}T00:10:00.000+08:00`).toISOString());
  return runNight('expire-documents');
};

test('the night after its last day a paper that became no evidence expires, and its content goes a night later', async () => {
  const content = aPdf();
  const { body } = await api.post(rcb, '/v1/documents', announcementOf(content));
  expect((await upload(body, content)).status).toBe(200);
  const stateOf = async () => (await api.get(rcb, `/v1/documents/${body.documentId}`)).body.state;
  expect(await night(String(body.keptThrough))).toEqual({ expired: 0, removed: 0 });
  expect(await stateOf()).toBe('uploaded');
  expect(await night('2026-04-02')).toEqual({ expired: 1, removed: 0 });
  expect(await stateOf()).toBe('expired');
  expect(await night('2026-04-03')).toEqual({ expired: 0, removed: 1 });
});
