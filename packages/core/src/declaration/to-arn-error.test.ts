import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { toArnError } from './to-arn-error.js';

const Bucket = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/reports';
const failure = (message: string, name = 'Error'): Error => Object.assign(new Error(message), { name });

describe('a bucket ARN without an endpoint', () => {
  it.each([
    [
      failure('Client was configured for partition `aws-cn` but ARN has `aws`.', 'EndpointError'),
      'Client was configured for partition `aws-cn` but ARN has `aws`. Pass the name of the bucket',
    ],
    [
      failure('Custom endpoint is not supported with ARN buckets'),
      'Custom endpoint is not supported with ARN buckets. Pass the name of the bucket',
    ],
  ])('becomes an InvalidInputError with the reason and the cause: %s', (cause, message) => {
    const error = toArnError(cause, 'getObject', { Bucket });
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({
      operation: 'getObject',
      message: expect.stringContaining(
        `getObject: bucket ${JSON.stringify(Bucket)} has no endpoint: ${message}`,
      ) as string,
      cause,
    });
  });
});

describe('any other error', () => {
  it.each([
    ['of a request without a bucket', failure('no endpoint', 'EndpointError'), {}],
    ['of a bucket name', failure('no endpoint', 'EndpointError'), { Bucket: 'reports' }],
    ['of a bucket that is not a string', failure('no endpoint', 'EndpointError'), { Bucket: 5 }],
    ['from AWS', failure('Access Denied', 'AccessDenied'), { Bucket }],
    ['that only mentions ARN buckets', failure('There are ARN buckets here'), { Bucket }],
    ['that is not an Error', 'no endpoint', { Bucket }],
  ])('is returned unchanged: an error %s', (_kind, error, wire) => {
    expect(toArnError(error, 'getObject', wire)).toBe(error);
  });
});

it('translates an algorithm of a checksum that the SDK cannot compute', () => {
  const message =
    'The checksum algorithm "SHA512" is not supported by the client. Select one of CRC32,SHA1, or provide it.';
  const error = toArnError(new Error(message), 'putObject', { Bucket: 'reports' });
  expect(error).toBeInstanceOf(InvalidInputError);
  expect((error as Error).message).toBe(
    'putObject: The checksum algorithm "SHA512" is not supported by the client. Select one of CRC32,SHA1.',
  );
});
