import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  disableEbsEncryptionByDefault,
  enableEbsEncryptionByDefault,
  getEbsDefaultKmsKeyId,
  getEbsEncryptionByDefault,
  modifyEbsDefaultKmsKeyId,
  resetEbsDefaultKmsKeyId,
} from './index.js';

it('enables encryption by default, reports it and disables it', async () => {
  await using aws = fakeAws({
    answers: {
      EnableEbsEncryptionByDefault: { EbsEncryptionByDefault: true },
      GetEbsEncryptionByDefault: { EbsEncryptionByDefault: true },
      DisableEbsEncryptionByDefault: { EbsEncryptionByDefault: false },
    },
  });
  const { session } = aws;
  expect((await enableEbsEncryptionByDefault({}, { session })).ebsEncryptionByDefault).toBe(true);
  expect((await getEbsEncryptionByDefault({}, { session })).ebsEncryptionByDefault).toBe(true);
  expect((await disableEbsEncryptionByDefault({}, { session })).ebsEncryptionByDefault).toBe(false);
});

it('changes the default key, reports it and resets it', async () => {
  const arn = 'arn:aws:kms:eu-west-1:123456789012:key/0ea3fef3-80a7-4778-9d8c-1c0c6a000000';
  await using aws = fakeAws({
    answers: {
      ModifyEbsDefaultKmsKeyId: { KmsKeyId: arn },
      GetEbsDefaultKmsKeyId: { KmsKeyId: arn },
      ResetEbsDefaultKmsKeyId: { KmsKeyId: 'alias/aws/ebs' },
    },
  });
  const { session } = aws;
  expect(await modifyEbsDefaultKmsKeyId('alias/backups', { session })).toEqual({ kmsKeyId: arn });
  expect(aws.requests[0]?.input).toEqual({ KmsKeyId: 'alias/backups' });
  expect(await getEbsDefaultKmsKeyId({}, { session })).toEqual({ kmsKeyId: arn });
  expect(await resetEbsDefaultKmsKeyId({}, { session })).toEqual({ kmsKeyId: 'alias/aws/ebs' });
});
