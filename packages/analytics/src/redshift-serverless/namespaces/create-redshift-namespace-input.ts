import { type AwsInput, arn, input, openEnum, tagRecord, type Tags, text, z } from '@arch/core/builder';
import { adminName, databaseName } from '@arch/services/redshift';
import { serverlessName } from '@arch/services/redshift-serverless';

import { adminPassword } from '../../redshift/redshift-admin-password.js';
import { type RedshiftLogExport, redshiftLogExports } from './redshift-namespace.js';

export interface CreateRedshiftNamespaceInput extends AwsInput {
  /** 3–64 lower-case letters, digits and hyphens. */
  readonly namespaceName: string;
  /** A database to begin with. Default `dev`. */
  readonly dbName?: string | undefined;
  /** Default `admin`. */
  readonly adminUsername?: string | undefined;
  /** 8–64 characters, see the error. Default: AWS makes one, keeps it in Secrets Manager and changes it every 30 days. */
  readonly adminUserPassword?: string | undefined;
  /** The key for the secret with the password that AWS manages. Default: that of Secrets Manager. */
  readonly adminPasswordSecretKmsKeyId?: string | undefined;
  /** ID or ARN of the key that it is encrypted with. Default: AWS's own. */
  readonly kmsKeyId?: string | undefined;
  /** ARNs of the roles that SQL can use, e.g. for `COPY` from S3. */
  readonly iamRoles?: readonly string[] | undefined;
  /** ARN of the one among them that SQL uses where it names none. */
  readonly defaultIamRoleArn?: string | undefined;
  /** Logs that are written to CloudWatch. Default: none. */
  readonly logExports?: readonly RedshiftLogExport[] | undefined;
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
