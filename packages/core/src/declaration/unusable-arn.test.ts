import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { unusableArn } from './unusable-arn.js';

const Bucket = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/reports';
const failure = (message: string, name = 'Error'): Error => Object.assign(new Error(message), { name });

describe("an ARN in the place of a bucket's name that leads to no endpoint", () => {
  it.each([
    [
      failure('Client was configured for partition `aws-cn` but ARN has `aws`.', 'EndpointError'),
      'Client was configured for partition `aws-cn` but ARN has `aws`. Pass the name of the bucket',
    ],
    [
      failure('Custom endpoint is not supported with ARN buckets'),
      'Custom endpoint is not supported with ARN buckets. Pass the name of the bucket',
    ],
  ])('is an error of the input that says why, and keeps its cause: %s', (cause, message) => {
    const error = unusableArn(cause, 'getObject', { Bucket });
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({
      operation: 'getObject',
      message: expect.stringContaining(
        `getObject: bucket is ${JSON.stringify(Bucket)}, which cannot be used here: ${message}`,
      ) as string,
      cause,
    });
  });
});

describe('any other error', () => {
  it.each([
    ['of a request about something else', failure('no endpoint', 'EndpointError'), {}],
    ['of a bucket that has a name', failure('no endpoint', 'EndpointError'), { Bucket: 'reports' }],
    ['of a bucket that is no text', failure('no endpoint', 'EndpointError'), { Bucket: 5 }],
    ['that AWS has answered', failure('Access Denied', 'AccessDenied'), { Bucket }],
    ['that only mentions such ARNs', failure('There are ARN buckets here'), { Bucket }],
    ['that is none', 'no endpoint', { Bucket }],
  ])('is returned as it is: one %s', (_kind, error, wire) => {
    expect(unusableArn(error, 'getObject', wire)).toBe(error);
  });
});
