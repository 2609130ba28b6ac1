import {
  AccessDeniedError,
  InvalidInputError,
  InvalidRequestError,
  NotFoundError,
  UnexpectedResponseError,
} from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  type BucketPolicyStatement,
  deleteBucketPolicy,
  denyInsecureTransport,
  getBucketPolicy,
  getBucketPolicyStatus,
  putBucketPolicy,
} from './index.js';

const bucket = 'reports';
const allow: BucketPolicyStatement = {
  Sid: 'Read',
  Effect: 'Allow',
  Principal: { AWS: ['arn:aws:iam::123456789012:role/reader', '210987654321'] },
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports/*',
  Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-1'] } },
};

it('denies requests without TLS for the bucket and its objects', () => {
  expect(denyInsecureTransport(bucket)).toEqual({
    Sid: 'DenyInsecureTransport',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });
  expect(denyInsecureTransport({ bucket, partition: 'aws-cn' }).Resource).toContain('arn:aws-cn:s3:::reports');
  expect(() => denyInsecureTransport({ bucket, partition: 'cn' })).toThrow(
    'denyInsecureTransport: partition must be a partition such as aws-us-gov (got "cn").',
  );
});

it('sends the statements as one JSON document', async () => {
  await using aws = fakeAws({ answers: { PutBucketPolicy: {} } });
  const statements = [allow, denyInsecureTransport(bucket)];
  await putBucketPolicy({ bucket, statements, confirmRemoveSelfBucketAccess: true }, { session: aws.session });
  expect(JSON.parse(String(aws.requests[0]?.body))).toEqual({ Version: '2012-10-17', Statement: statements });
  expect(aws.requests[0]?.headers['x-amz-confirm-remove-self-bucket-access']).toBe('true');
});

it('returns the statements, also a single one; they can be sent back', async () => {
  await using aws = fakeAws({ answers: { PutBucketPolicy: {} } });
  const { session } = aws;
  aws.on('GetBucketPolicy', { Policy: JSON.stringify({ Version: '2008-10-17', Id: 'old', Statement: allow }) });
  const found = await getBucketPolicy(bucket, { session });
  expect(found).toEqual({ version: '2008-10-17', id: 'old', statements: [allow] });
  await putBucketPolicy(
    { bucket, ...found, statements: [...found.statements, denyInsecureTransport(bucket)] },
    { session },
  );
  expect(JSON.parse(String(aws.requests[1]?.body))).toMatchObject({ Version: '2008-10-17', Id: 'old' });
});

it('throws UnexpectedResponseError for a policy that is not JSON', async () => {
  await using aws = fakeAws();
  aws.on('GetBucketPolicy', { Policy: '{' });
  await expect(getBucketPolicy(bucket, { session: aws.session })).rejects.toThrow(UnexpectedResponseError);
});

it('deletes the policy; a bucket without one is an error that names the remedy', async () => {
  await using aws = fakeAws({
    answers: { DeleteBucketPolicy: {}, GetBucketPolicyStatus: { PolicyStatus: { IsPublic: true } } },
  });
  const { session } = aws;
  expect(await getBucketPolicyStatus(bucket, { session })).toEqual({ isPublic: true });
  await deleteBucketPolicy(bucket, { session });
  aws.on('GetBucketPolicy', awsError('NoSuchBucketPolicy', 'The bucket policy does not exist', { status: 404 }));
  const reading = getBucketPolicy(bucket, { session });
  await expect(reading).rejects.toThrow(NotFoundError);
  await expect(reading).rejects.toThrow('bucket policy in bucket reports does not exist');
});

it('names the remedy for a policy that S3 rejects', async () => {
  await using aws = fakeAws();
  const call = (): Promise<void> => putBucketPolicy({ bucket, statements: [allow] }, { session: aws.session });
  aws.once('PutBucketPolicy', awsError('MalformedPolicy', 'Invalid principal in policy', { status: 400 }));
  const malformed = call();
  await expect(malformed).rejects.toThrow(InvalidRequestError);
  await expect(malformed).rejects.toThrow('Each principal must exist');
  const message =
    'User: arn:aws:iam::123456789012:user/me is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::reports" because public policies are blocked by the BlockPublicPolicy block public access setting.';
  aws.once('PutBucketPolicy', awsError('AccessDenied', message, { status: 403 }));
  const refused = call();
  await expect(refused).rejects.toThrow(AccessDeniedError);
  await expect(refused).rejects.toThrow('The policy is public: Block Public Access rejects it');
  await expect(refused).rejects.toMatchObject({ statement: undefined });
  aws.once('PutBucketPolicy', awsError('AccessDenied', 'Access Denied', { status: 403 }));
  await expect(call()).rejects.not.toThrow('The policy is public');
});

const { Principal: _principal, ...withoutPrincipal } = allow;

it.each<[readonly BucketPolicyStatement[], string]>([
  [[], 'statements must have at least 1 item'],
  [[withoutPrincipal], 'statements[0]: provide either Principal or NotPrincipal'],
  [[{ ...allow, NotAction: 's3:PutObject' }], 'statements[0]: provide either Action or NotAction'],
  [[{ ...allow, Action: 'GetObject' }], 'an action such as s3:GetObject (got "GetObject")'],
  [[{ ...allow, Resource: 'reports/*' }], 'an ARN such as arn:aws:s3:::reports or arn:aws:s3:::reports/*'],
  [[allow, allow], 'a list of statements with different Sids'],
  [[{ ...allow, Resource: `arn:aws:s3:::reports/${'x'.repeat(20_480)}` }], 'provide a policy of at most 20 KB'],
])('rejects wrong statements before anything is sent (%#)', async (statements, message) => {
  await using aws = fakeAws();
  const call = putBucketPolicy({ bucket, statements }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
