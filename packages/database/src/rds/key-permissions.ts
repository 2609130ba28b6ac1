import type { Permission } from '@arch/core/builder';

/** The permissions for encryption with a KMS key of the caller. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html */
export const keyPermissions = (): readonly Permission[] =>
  ['kms:CreateGrant', 'kms:DescribeKey'].map((action) => ({
    action,
    resources: ['arn:aws:kms:*:*:key/{kmsKeyId}'],
    with: 'kmsKeyId',
  }));
