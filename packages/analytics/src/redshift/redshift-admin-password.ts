import { type Permission, z } from '@arch/core/builder';

/** A password of an admin user, of a cluster and of a namespace alike. */
export const adminPassword = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?!.*['"\\/@])[\x21-\x7e]{8,64}$/,
        '8–64 printable ASCII characters, of them an upper-case letter, a lower-case letter and a digit; without quotes, slashes, @ and space',
      ),
    );

const secrets = ['arn:aws:secretsmanager:*:*:secret:redshift!*'];
const when = 'AWS manages the password';

/** What a caller needs so that Redshift can put the password into Secrets Manager for it. */
export const managedPasswordPermissions = (): readonly Permission[] => [
  ...['CreateSecret', 'DeleteSecret', 'DescribeSecret', 'RotateSecret', 'TagResource', 'UpdateSecret'].map((name) => ({
    action: `secretsmanager:${name}`,
    resources: secrets,
    when,
  })),
  { action: 'secretsmanager:GetRandomPassword', when },
];

/** What a caller needs so that the secret goes with what it belongs to. */
export const managedPasswordRemoval = (): readonly Permission[] => [
  { action: 'secretsmanager:DeleteSecret', resources: secrets, when },
];
