// Sends commands of a service that has no package: creates, lists and describes keys of KMS. Creates: one key, scheduled for deletion at the end.
import { call, callable, list, NotFoundError, policyFor } from '@arch/core';
import {
  CreateKeyCommand,
  DescribeKeyCommand,
  KMSClient,
  ListKeysCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';

const describeKey = callable(KMSClient, DescribeKeyCommand, { permissions: ['kms:DescribeKey'] });

const { KeyMetadata: created } = await call(KMSClient, CreateKeyCommand, { Description: 'orders' });
try {
  for await (const { KeyId, KeyArn } of list(KMSClient, ListKeysCommand, {})) console.log(KeyId, KeyArn);
  const { KeyMetadata: described } = await describeKey({ KeyId: created?.KeyId }, { timeoutMs: 10_000 });
  console.log(described?.Description, described?.KeyState);
  await describeKey({ KeyId: '11111111-2222-3333-4444-555555555555' });
} catch (error) {
  if (!(error instanceof NotFoundError)) throw error;
  console.log(error.message);
} finally {
  await call(KMSClient, ScheduleKeyDeletionCommand, { KeyId: created?.KeyId, PendingWindowInDays: 7 });
}
console.log(JSON.stringify(policyFor(describeKey)));
