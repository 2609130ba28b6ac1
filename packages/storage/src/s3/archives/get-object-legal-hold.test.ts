import { ConflictError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { getObjectLegalHold } from './index.js';

const version = { bucket: 'originals', key: 'contract.pdf', versionId: 'v1' };

describe('getObjectLegalHold', () => {
  it('returns the status', async () => {
    await using aws = fakeAws({ answers: { GetObjectLegalHold: { LegalHold: { Status: 'ON' } } } });
    expect(await getObjectLegalHold(version, { session: aws.session })).toEqual({ status: 'ON' });
    expect(aws.requests[0]?.input).toMatchObject({ VersionId: 'v1' });
  });

  it('throws NotFoundError for a version that has never had a legal hold', async () => {
    const answer = awsError(
      'NoSuchObjectLockConfiguration',
      'The specified object does not have a ObjectLock configuration',
      {
        status: 404,
      },
    );
    await using aws = fakeAws({ answers: { GetObjectLegalHold: answer } });
    const reading = getObjectLegalHold(version, { session: aws.session });
    await expect(reading).rejects.toThrow(NotFoundError);
    await expect(reading).rejects.toThrow('getObjectLegalHold: legal hold of object contract.pdf does not exist');
  });

  it('throws ConflictError in a bucket without Object Lock', async () => {
    const answer = awsError('InvalidRequest', 'Bucket is missing Object Lock Configuration', { status: 400 });
    await using aws = fakeAws({ answers: { GetObjectLegalHold: answer } });
    await expect(getObjectLegalHold(version, { session: aws.session })).rejects.toThrow(ConflictError);
  });
});
