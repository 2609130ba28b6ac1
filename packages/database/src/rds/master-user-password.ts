import { type Permission, z } from '@arch/core/builder';

/** Checks a password of a master user against the limits over all engines. */
export const masterUserPassword = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?!.*[/"@ ])[\x20-\x7e]{8,255}$/,
        '8–255 printable ASCII characters without slash, double quote, @ and space',
      ),
    );

/** The permissions for a password that RDS stores in Secrets Manager. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-permissions */
export const managedPasswordPermissions = (): readonly Permission[] => [
  ...['secretsmanager:CreateSecret', 'secretsmanager:TagResource'].map((action) => ({
    action,
    resources: ['arn:aws:secretsmanager:*:*:secret:rds!*'],
    when: 'AWS manages the password',
  })),
  { action: 'kms:DescribeKey', resources: ['arn:aws:kms:*:*:key/*'], when: 'AWS manages the password' },
];
