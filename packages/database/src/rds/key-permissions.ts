import type { Permission } from '@arch/core/builder';

/** What a caller needs so that RDS can encrypt with a key of the caller's. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html */
export const keyPermissions = (): readonly Permission[] =>
  ['kms:CreateGrant', 'kms:DescribeKey'].map((action) => ({
    action,
    resources: ['arn:aws:kms:*:*:key/{kmsKeyId}'],
    with: 'kmsKeyId',
  }));
