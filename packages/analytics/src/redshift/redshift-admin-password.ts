import { type Permission, z } from '@arch/core/builder';

/** Checks the password of the admin user of a cluster or namespace. */
export const adminPassword = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?!.*['"\\/@])[\x21-\x7e]{8,64}$/,
        '8–64 printable ASCII characters with an upper-case letter, a lower-case letter and a digit, without quotes, slashes, @ and spaces',
      ),
    );

const secrets = ['arn:aws:secretsmanager:*:*:secret:redshift!*'];
const when = 'AWS manages the password';

/** The permissions for a password that Redshift stores in Secrets Manager. */
export const managedPasswordPermissions = (): readonly Permission[] => [
  ...['CreateSecret', 'DeleteSecret', 'DescribeSecret', 'RotateSecret', 'TagResource', 'UpdateSecret'].map((name) => ({
    action: `secretsmanager:${name}`,
    resources: secrets,
    when,
  })),
  { action: 'secretsmanager:GetRandomPassword', when },
];

/** The permission to delete the secret together with its cluster or namespace. */
export const managedPasswordRemoval = (): readonly Permission[] => [
  { action: 'secretsmanager:DeleteSecret', resources: secrets, when },
];
