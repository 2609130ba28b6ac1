import { arn, type input, type PermissionSpec, text, z } from '@arch/core/builder';

/** Where SQL runs, and as whom. The cluster is an Aurora one whose Data API is on; nothing has to be in its network. */
export interface SqlTarget {
  /** ARN of the Aurora cluster. */
  readonly resourceArn: string;
  /** ARN of a secret with user name and password. */
  readonly secretArn: string;
  /** Default: the one that the secret or the cluster names. */
  readonly database?: string | undefined;
}

/** The members of a {@link SqlTarget}, checked. AWS documents 100 characters at most for ARNs, and takes its own longer ones. */
export const sqlTarget = (): Parameters<typeof input<SqlTarget>>[0] => ({
  resourceArn: arn('rds'),
  secretArn: text(11, 2_048),
  database: z.optional(text(1, 64)),
});

/** The ID of a transaction, checked. */
export const transactionId = (): z.ZodMiniType<string> => text(1, 192);

/** What every call needs beside its own action. */
export const secretPermission: PermissionSpec = {
  action: 'secretsmanager:GetSecretValue',
  resources: ['arn:aws:secretsmanager:*:*:secret:{secretArn}'],
};
