import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  addBucketPolicyStatement,
  type BucketPolicyStatement,
  denyInsecureTransport,
  removeBucketPolicyStatement,
} from './index.js';

const bucket = 'reports';
const read: BucketPolicyStatement = {
  Sid: 'Read',
  Effect: 'Allow',
  Principal: { AWS: '123456789012' },
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports/*',
};
const deny = denyInsecureTransport(bucket);
const policy = (...Statement: readonly BucketPolicyStatement[]): object => ({
  Policy: JSON.stringify({ Version: '2008-10-17', Id: 'old', Statement }),
});
const done = { PutBucketPolicy: {}, DeleteBucketPolicy: {} };
const sentBy = (aws: FakeAws): unknown => JSON.parse(String(aws.requests[1]?.body));

it('adds a statement, or replaces the one with the same Sid, and keeps the others', async () => {
  await using aws = fakeAws({ answers: { ...done, GetBucketPolicy: policy(read, deny) } });
  const statement = { ...read, Action: ['s3:GetObject', 's3:GetObjectVersion'] };
  await addBucketPolicyStatement({ bucket, statement }, { session: aws.session });
  expect(sentBy(aws)).toEqual({ Version: '2008-10-17', Id: 'old', Statement: [deny, statement] });
});

it('adds the first statement of a bucket', async () => {
  await using aws = fakeAws({
    answers: { ...done, GetBucketPolicy: awsError('NoSuchBucketPolicy', 'none', { status: 404 }) },
  });
  await addBucketPolicyStatement({ bucket, statement: deny }, { session: aws.session });
  expect(sentBy(aws)).toEqual({ Version: '2012-10-17', Statement: [deny] });
});

it('removes a statement; without the last one, the bucket has no policy', async () => {
  await using aws = fakeAws({ answers: { ...done, GetBucketPolicy: policy(read, deny) } });
  const { session } = aws;
  await removeBucketPolicyStatement({ bucket, sid: 'Read' }, { session });
  expect(sentBy(aws)).toMatchObject({ Statement: [deny] });
  aws.on('GetBucketPolicy', policy(read));
  await removeBucketPolicyStatement({ bucket, sid: 'Read' }, { session });
  expect(aws.requests.at(-1)?.operation).toBe('DeleteBucketPolicy');
});

it('changes nothing if there is no such statement, and names the existing ones', async () => {
  await using aws = fakeAws({ answers: { GetBucketPolicy: policy(read, deny) } });
  const { session } = aws;
  const removing = removeBucketPolicyStatement({ bucket, sid: 'Write' }, { session });
  await expect(removing).rejects.toThrow(NotFoundError);
  await expect(removing).rejects.toThrow(
    'removeBucketPolicyStatement: statement Write in the policy of bucket reports does not exist: the statements are Read, DenyInsecureTransport.',
  );
  const { Sid: _sid, ...nameless } = read;
  aws.on('GetBucketPolicy', policy(nameless));
  await expect(removeBucketPolicyStatement({ bucket, sid: 'Write' }, { session })).rejects.toThrow(
    'no statement has a Sid',
  );
  const adding = addBucketPolicyStatement({ bucket, statement: nameless }, { session });
  await expect(adding).rejects.toThrow(InvalidInputError);
  await expect(adding).rejects.toThrow('statement: provide a statement with a Sid');
  expect(aws.requests.every(({ operation }) => operation === 'GetBucketPolicy')).toBe(true);
});
