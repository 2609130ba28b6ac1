import {
  type AwsResource,
  optionalString,
  list,
  type Open,
  openEnum,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { Namespace$ } from '@aws-sdk/client-redshift-serverless';

/** The states of a namespace. */
export const redshiftNamespaceStates = ['AVAILABLE', 'MODIFYING', 'DELETING'] as const;
export type RedshiftNamespaceState = Open<(typeof redshiftNamespaceStates)[number]>;

/** The logs that a namespace can write to CloudWatch. */
export const redshiftLogExports = ['userlog', 'connectionlog', 'useractivitylog'] as const;
export type RedshiftLogExport = Open<(typeof redshiftLogExports)[number]>;

/**
 * A namespace of Redshift Serverless: databases and users.
 * https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html
 */
export interface RedshiftNamespace extends AwsResource {
  /** Name of the namespace. */
  readonly namespaceName: string;
  /** ARN of the namespace. */
  readonly namespaceArn?: string | undefined;
  /** Unique ID of the namespace, a UUID. */
  readonly namespaceId?: string | undefined;
  /** State of the namespace. */
  readonly status: RedshiftNamespaceState;
  /** Name of the database that was created with the namespace. */
  readonly dbName?: string | undefined;
  /** Name of the admin user. */
  readonly adminUsername?: string | undefined;
  /** ARN of the secret with the admin password. Absent if AWS does not manage the password. */
  readonly adminPasswordSecretArn?: string | undefined;
  /** KMS key for the encryption. */
  readonly kmsKeyId?: string | undefined;
  /** ARNs of the IAM roles that SQL statements can use. */
  readonly iamRoleArns: readonly string[];
  /** ARN of the role that SQL statements use by default. */
  readonly defaultIamRoleArn?: string | undefined;
  /** Logs that the namespace writes to CloudWatch. */
  readonly logExports: readonly RedshiftLogExport[];
  /** Time at which the namespace was created. */
  readonly creationDate?: Date | undefined;
}

/** Parses one Redshift Serverless `Namespace` structure. */
export const redshiftNamespace = (): Schema<RedshiftNamespace> =>
  resource<RedshiftNamespace>(Namespace$, {
    namespaceName: z.string(),
    namespaceArn: optionalString(),
    namespaceId: optionalString(),
    status: openEnum(redshiftNamespaceStates),
    dbName: optionalString(),
    adminUsername: optionalString(),
    adminPasswordSecretArn: optionalString(),
    kmsKeyId: optionalString(),
    iamRoleArns: { path: 'iamRoles', type: z.array(z.string()), read: arnsIn },
    defaultIamRoleArn: optionalString(),
    logExports: list(openEnum(redshiftLogExports)),
    creationDate: z.optional(z.date()),
  });

/** Returns the ARNs of roles. AWS returns a role as `IamRole(applyStatus=in-sync, iamRoleArn=arn:…)`. */
const arnsIn = (roles: unknown): readonly string[] =>
  ((roles ?? []) as readonly unknown[]).map((role) => /arn:[^\s,)]+/.exec(String(role))?.[0] ?? String(role));
