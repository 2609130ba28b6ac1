import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  deleteBucketReplication,
  getBucketReplication,
  putBucketReplication,
  type ReplicationRuleSettings,
} from './index.js';

const bucket = 'reports';
const role = 'arn:aws:iam::123456789012:role/replication';
const destinationBucketArn = 'arn:aws:s3:::reports-copy';
const none = { deleteMarkerReplication: false, replicaModifications: false, replicationTimeControl: false };
const full: ReplicationRuleSettings = {
  id: 'invoices',
  status: 'Enabled',
  priority: 5,
  prefix: 'invoices/',
  tags: {},
  destinationBucketArn,
  account: '210987654321',
  replicaOwner: 'Destination',
  storageClass: 'STANDARD_IA',
  replicaKmsKeyId: 'arn:aws:kms:eu-west-1:210987654321:key/4711',
  deleteMarkerReplication: true,
  replicaModifications: true,
  replicationTimeControl: true,
};
const fullSent = {
  ID: 'invoices',
  Status: 'Enabled',
  Priority: 5,
  Filter: { Prefix: 'invoices/' },
  DeleteMarkerReplication: { Status: 'Enabled' },
  SourceSelectionCriteria: {
    SseKmsEncryptedObjects: { Status: 'Enabled' },
    ReplicaModifications: { Status: 'Enabled' },
  },
  Destination: {
    Bucket: destinationBucketArn,
    Account: '210987654321',
    StorageClass: 'STANDARD_IA',
    AccessControlTranslation: { Owner: 'Destination' },
    EncryptionConfiguration: { ReplicaKmsKeyID: full.replicaKmsKeyId },
    ReplicationTime: { Status: 'Enabled', Time: { Minutes: 15 } },
    Metrics: { Status: 'Enabled', EventThreshold: { Minutes: 15 } },
  },
};

it('sends the rules; without priorities, the first rule has the greatest one', async () => {
  await using aws = fakeAws({ answers: { PutBucketReplication: {} } });
  const { session } = aws;
  await putBucketReplication({ bucket, role, rules: [full] }, { session });
  expect(aws.requests[0]?.input).toMatchObject({ ReplicationConfiguration: { Role: role, Rules: [fullSent] } });
  const rules = [{ destinationBucketArn, tags: { a: 'b' } }, { destinationBucketArn }];
  await putBucketReplication({ bucket, role, rules }, { session });
  const sent = aws.requests[1]?.input as { ReplicationConfiguration: { Rules: unknown } };
  const simple = {
    Status: 'Enabled',
    DeleteMarkerReplication: { Status: 'Disabled' },
    Destination: { Bucket: destinationBucketArn },
  };
  expect(sent.ReplicationConfiguration.Rules).toEqual([
    { ...simple, Priority: 2, Filter: { Tag: { Key: 'a', Value: 'b' } } },
    { ...simple, Priority: 1, Filter: { Prefix: '' } },
  ]);
});

it('returns the rules, also in the old form without a filter; they can be sent back', async () => {
  await using aws = fakeAws({ answers: { PutBucketReplication: {} } });
  const { session } = aws;
  const old = { ID: 'old', Prefix: 'Tax', Status: 'Enabled', Destination: { Bucket: destinationBucketArn } };
  aws.once('GetBucketReplication', { ReplicationConfiguration: { Role: role, Rules: [fullSent] } });
  const found = await getBucketReplication(bucket, { session });
  expect(found).toEqual({ role, rules: [full] });
  await putBucketReplication({ bucket, ...found }, { session });
  aws.once('GetBucketReplication', { ReplicationConfiguration: { Role: role, Rules: [old] } });
  expect((await getBucketReplication(bucket, { session })).rules).toEqual([
    { ...none, id: 'old', prefix: 'Tax', status: 'Enabled', tags: {}, destinationBucketArn },
  ]);
});

it('is deleted; a bucket without it is an error that names the remedy', async () => {
  await using aws = fakeAws({ answers: { DeleteBucketReplication: {} } });
  await deleteBucketReplication(bucket, { session: aws.session });
  aws.on('GetBucketReplication', awsError('ReplicationConfigurationNotFoundError', 'none', { status: 404 }));
  const reading = getBucketReplication(bucket, { session: aws.session });
  await expect(reading).rejects.toThrow(NotFoundError);
  await expect(reading).rejects.toThrow('replication configuration in bucket reports does not exist');
});

it('requires versioning of both buckets', async () => {
  await using aws = fakeAws();
  const message = "Versioning must be 'Enabled' on the bucket to apply a replication configuration";
  aws.on('PutBucketReplication', awsError('InvalidRequest', message, { status: 400 }));
  const call = putBucketReplication({ bucket, role, rules: [{ destinationBucketArn }] }, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow('Replication requires versioning of both buckets');
});

it.each<[readonly ReplicationRuleSettings[], string]>([
  [[], 'rules must have at least 1 item'],
  [
    [{ destinationBucketArn: 'reports-copy' }],
    'rules[0].destinationBucketArn must be an ARN that begins with arn:aws:s3:',
  ],
  [[{ destinationBucketArn, replicaOwner: 'Destination' }], 'rules[0]: provide account with replicaOwner'],
  [
    [{ destinationBucketArn, deleteMarkerReplication: true, tags: { a: 'b' } }],
    'rules[0]: provide no tags with deleteMarkerReplication',
  ],
  [[{ destinationBucketArn, priority: 1 }, { destinationBucketArn }], 'of which all or none have a priority'],
  [
    [
      { destinationBucketArn, priority: 1 },
      { destinationBucketArn, priority: 1 },
    ],
    'a list of rules with different priorities',
  ],
])('rejects wrong rules before anything is sent (%#)', async (rules, message) => {
  await using aws = fakeAws();
  const call = putBucketReplication({ bucket, role, rules }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
