import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../shared/platform/config.ts';

describe('the address of the bucket of documents', () => {
  test.each([
    [{ BUCKET_DOCUMENTS: 'papers', AWS_REGION: 'us-east-1' }, 'https://papers.s3.us-east-1.amazonaws.com'],
    [{ BUCKET_DOCUMENTS: 'papers', AWS_REGION: 'cn-north-1' }, 'https://papers.s3.cn-north-1.amazonaws.com.cn'],
    [{ BUCKET_DOCUMENTS: 'papers', S3_ENDPOINT: 'http://127.0.0.1:9000' }, 'http://127.0.0.1:9000/papers'],
    [{ AWS_REGION: 'us-east-1' }, ''],
    [{ S3_ENDPOINT: 'http://127.0.0.1:9000' }, ''],
  ])('of %j is %j', (environment, expected) => {
    expect(parseConfig(environment).documentsAddress).toBe(expected);
  });

  test('says nothing of the bucket of checkpoints, which one function alone is given', () => {
    const environment = { BUCKET_DOCUMENTS: 'papers', AWS_REGION: 'us-east-1' };
    expect(parseConfig(environment).checkpointsAddress).toBe('');
    expect(parseConfig({ ...environment, BUCKET_CHECKPOINTS: 'anchors' }).checkpointsAddress).toBe(
      'https://anchors.s3.us-east-1.amazonaws.com',
    );
  });
});
