import { createSession, InvalidInputError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { presignGetObject } from '../presigned-urls/index.js';
import { headObject, listObjects, putObject } from './index.js';

const accessPoint = 'arn:aws:s3:us-west-2:123456789012:accesspoint/reports';

describe('an ARN as bucket', () => {
  it.each([
    accessPoint,
    'arn:aws:s3:us-west-2:123456789012:accesspoint:reports',
    'arn:aws:s3-object-lambda:us-west-2:123456789012:accesspoint/reports',
    'arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/accesspoint/reports',
  ])('is accepted if it is the ARN of an access point: %s', async (bucket) => {
    await using aws = fakeAws({ answers: { PutObject: {} } });
    await putObject({ bucket, key: 'k', body: 'x' }, { session: aws.session });
    expect(aws.requests[0]?.host).toContain('reports-123456789012');
  });

  it.each([
    'arn:aws:s3:::my-bucket',
    'arn:aws:s3:us-west-2:123456789012:bucket/x',
    'arn:aws:lambda:eu-west-1:123456789012:function:x',
    'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap',
    'arn:aws:s3express:us-east-1:123456789012:accesspoint/reports--use1-az4--xa-s3',
    'reports--use1-az4--x-s3',
    'reports--use1-az4--xa-s3',
    'mfzwi23gnjvgw.mrap',
  ])('is rejected if it is the ARN of another resource: %s', async (bucket) => {
    await using aws = fakeAws();
    const putting = putObject({ bucket, key: 'k', body: 'x' }, { session: aws.session });
    await expect(putting).rejects.toThrow(InvalidInputError);
    await expect(putting).rejects.toThrow(
      `putObject: bucket must be the name of a bucket, e.g. my-reports, or the ARN of an access point; directory buckets and multi-region access points are not supported (got "${bucket}").`,
    );
    expect(aws.requests).toEqual([]);
  });

  it('of an Outpost can be presigned, for the region of the Outpost', async () => {
    await using aws = fakeAws({ region: 'us-east-1' });
    const bucket = 'arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/accesspoint/reports';
    const { url } = await presignGetObject({ bucket, key: 'k' }, { session: aws.session });
    expect(new URL(url).host).toMatch(/^reports-123456789012\.op-01234567890123456\.s3-outposts\.us-west-2\./);
    expect(new URL(url).searchParams.get('X-Amz-Credential')).toMatch(/\/us-west-2\/s3-outposts\/aws4_request$/);
  });

  it('is rejected if it is in another partition, or if the session has a user-defined endpoint', async () => {
    await using aws = fakeAws();
    const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
    const endpoint = createSession({ region: 'us-east-1', endpoint: 'http://127.0.0.1:9', credentials });
    const china = accessPoint.replace('aws', 'aws-cn').replace('us-west-2', 'cn-north-1');
    for (const [bucket, session] of [
      [china, aws.session],
      [accessPoint, endpoint],
    ] as const) {
      for (const call of [
        headObject({ bucket, key: 'k' }, { session }),
        listObjects({ bucket }, { session }).toArray(),
        presignGetObject({ bucket, key: 'k' }, { session }),
      ]) {
        const error: unknown = await call.catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(InvalidInputError);
        expect((error as Error).message).toMatch(
          /^\w+Object\w*: bucket "arn:.*" has no endpoint: .* Pass the name of the bucket/,
        );
      }
    }
    expect(aws.requests).toEqual([]);
  });
});
