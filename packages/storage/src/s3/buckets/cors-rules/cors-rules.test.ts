import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { type CorsRule, deleteBucketCors, getBucketCors, putBucketCors } from './index.js';

const bucket = 'uploads';
const rule: CorsRule = {
  id: 'uploads',
  allowedOrigins: ['https://*.example.com'],
  allowedMethods: ['PUT', 'GET'],
  allowedHeaders: ['*'],
  exposeHeaders: ['ETag', 'x-amz-version-id'],
  maxAgeSeconds: 3_000,
};
const sent = {
  ID: 'uploads',
  AllowedOrigins: ['https://*.example.com'],
  AllowedMethods: ['PUT', 'GET'],
  AllowedHeaders: ['*'],
  ExposeHeaders: ['ETag', 'x-amz-version-id'],
  MaxAgeSeconds: 3_000,
};

it('puts, gets and deletes the rules; they can be sent back', async () => {
  await using aws = fakeAws({
    answers: { PutBucketCors: {}, GetBucketCors: { CORSRules: [sent] }, DeleteBucketCors: {} },
  });
  const { session } = aws;
  await putBucketCors({ bucket, rules: [rule] }, { session });
  expect(aws.requests[0]?.input).toMatchObject({ CORSConfiguration: { CORSRules: [sent] } });
  const found = await getBucketCors(bucket, { session });
  expect(found).toEqual({ rules: [rule] });
  await putBucketCors({ bucket, ...found }, { session });
  await deleteBucketCors(bucket, { session });
  aws.on('GetBucketCors', awsError('NoSuchCORSConfiguration', 'none', { status: 404 }));
  const reading = getBucketCors(bucket, { session });
  await expect(reading).rejects.toThrow(NotFoundError);
  await expect(reading).rejects.toThrow('CORS configuration in bucket uploads does not exist');
});

it.each<[Partial<CorsRule>, string]>([
  [{ allowedOrigins: [] }, 'rules[0].allowedOrigins must have at least 1 item'],
  [{ allowedOrigins: ['https://*.*.com'] }, 'rules[0].allowedOrigins[0] must be text with at most one *'],
  [
    { allowedMethods: ['PATCH' as never] },
    'rules[0].allowedMethods[0] must be "GET", "PUT", "POST", "DELETE" or "HEAD"',
  ],
  [{ exposeHeaders: ['*'] }, 'rules[0].exposeHeaders[0] must be the name of a header'],
  [{ maxAgeSeconds: -1 }, 'rules[0].maxAgeSeconds must be at least 0'],
])('rejects %o before anything is sent', async (members, message) => {
  await using aws = fakeAws();
  const call = putBucketCors({ bucket, rules: [{ ...rule, ...members }] }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
