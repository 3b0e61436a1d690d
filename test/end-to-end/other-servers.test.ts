import { expect, test } from 'vitest';
import { startSqs } from '../../infra/local/emulators/sqs.ts';
import { Api } from '../support/api.ts';
import { importRows, prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { startedProcess } from '../support/process.ts';
import { newFolderInMemory, removeFolder } from '../support/system.ts';

test('a folder that is started again with another queue server shows the data that it has, and goes on', async () => {
  const folder = newFolderInMemory();
  const [first, second] = [creditCode(1), creditCode(2)];
  const start = (environment: Record<string, string>) =>
    startedProcess({ arguments: ['--data', folder, '--empty'], environment });
  const queues = await startSqs('us-east-1');
  try {
    const before = await start({});
    try {
      await prepareCity(new Api(before.url), [first]);
    } finally {
      await before.end();
    }
    const after = await start({ SQS_ENDPOINT: queues.endpoint });
    try {
      const api = new Api(after.url);
      expect(await api.get('office-1', `/v1/enterprises/${first}`)).toMatchObject({ status: 200 });
      await importRows(api, [
        { creditCode: second, name: '平湖第二科技有限公司', issuedOn: '2020-01-01', validUntil: null },
      ]);
      expect(await api.get('office-1', `/v1/enterprises/${second}`)).toMatchObject({ status: 200 });
    } finally {
      await after.end();
    }
  } finally {
    await queues.stop();
    removeFolder(folder);
  }
});
