import { describe, expect, it } from 'vitest';
import { checkS3Server } from './check-s3-server.js';
import { LocalAwsError } from './local-aws-error.js';
import { startLocalAws } from './start-local-aws.js';

describe('checkS3Server', () => {
  it.each(['ministack', 'versitygw'])('returns %s', (name) => {
    expect(checkS3Server('--s3', name)).toBe(name);
  });

  it.each([
    ['minio', ': did you mean "ministack"?'],
    ['Versity', ': did you mean "versitygw"?'],
    ['s3proxy-for-tests', '.'],
    ['', '.'],
  ])('rejects "%s" with the accepted names', (name, end) => {
    expect(() => checkS3Server('--s3', name)).toThrow(
      new LocalAwsError(`--s3 must be ministack or versitygw (got "${name}")${end}`),
    );
  });

  it('checks the option of startLocalAws before anything is installed', async () => {
    const steps: string[] = [];
    const starting = startLocalAws({ s3: 'minio' as 'ministack', onProgress: (step) => steps.push(step) });
    await expect(starting).rejects.toThrow('startLocalAws: s3 must be ministack or versitygw (got "minio")');
    expect(steps).toEqual([]);
  });
});
