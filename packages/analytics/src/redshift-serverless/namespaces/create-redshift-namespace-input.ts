import { type AwsInput, arn, input, openEnum, tagRecord, type Tags, text, z } from '@arch/core/builder';
import { adminName, databaseName } from '@arch/services/redshift';
import { serverlessName } from '@arch/services/redshift-serverless';

import { adminPassword } from '../../redshift/redshift-admin-password.js';
import { type RedshiftLogExport, redshiftLogExports } from './redshift-namespace.js';

export interface CreateRedshiftNamespaceInput extends AwsInput {
  /** Name, unique in the account and region: 3–64 lower-case letters, digits and hyphens. */
  readonly namespaceName: string;
  /** Name of the first database, at most 127 characters. Default that AWS applies: `dev`. */
  readonly dbName?: string | undefined;
  /** Name of the admin user. Default: `admin`. */
  readonly adminUsername?: string | undefined;
  /**
   * Password of the admin user: 8–64 printable ASCII characters with an upper-case letter, a lower-case letter and a digit, without quotes,
   * slashes, `@` and spaces. Default: AWS generates the password, stores it in Secrets Manager and rotates it every 30 days.
   */
  readonly adminUserPassword?: string | undefined;
  /**
   * ID or ARN of the KMS key for the secret with the managed password. Not with `adminUserPassword`. Default: the key of Secrets Manager.
   */
  readonly adminPasswordSecretKmsKeyId?: string | undefined;
  /** ID or ARN of the KMS key for the encryption of the data. Default: a key that AWS owns. */
  readonly kmsKeyId?: string | undefined;
  /** ARNs of the IAM roles that SQL statements can use, e.g. for `COPY` from S3. */
  readonly iamRoles?: readonly string[] | undefined;
  /** ARN of the role in `iamRoles` that SQL statements use by default. */
  readonly defaultIamRoleArn?: string | undefined;
  /** Logs that the namespace writes to CloudWatch. Default: none. */
  readonly logExports?: readonly RedshiftLogExport[] | undefined;
  /** Tags of the namespace, at most 200. */
  readonly tags?: Tags | undefined;
}

export const createRedshiftNamespaceInput = (): z.ZodMiniType<CreateRedshiftNamespaceInput> =>
  input<CreateRedshiftNamespaceInput>({
    namespaceName: serverlessName(),
    dbName: z.optional(databaseName(127)),
    adminUsername: z.optional(adminName()),
    adminUserPassword: z.optional(adminPassword()),
    adminPasswordSecretKmsKeyId: z.optional(text(1, 2_048)),
    kmsKeyId: z.optional(text(1, 2_048)),
    iamRoles: z.optional(z.array(arn('iam'))),
    defaultIamRoleArn: z.optional(arn('iam')),
    logExports: z.optional(z.array(openEnum(redshiftLogExports))),
    tags: z.optional(tagRecord({ maxTags: 200 })),
  }).check(
    z.refine(
      ({ adminUserPassword, adminPasswordSecretKmsKeyId: key }) => adminUserPassword === undefined || key === undefined,
      { error: 'an adminPasswordSecretKmsKeyId only without adminUserPassword' },
    ),
  );
