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

/** States of a namespace. */
export const redshiftNamespaceStates = ['AVAILABLE', 'MODIFYING', 'DELETING'] as const;
export type RedshiftNamespaceState = Open<(typeof redshiftNamespaceStates)[number]>;

/** Logs that a namespace can write to CloudWatch. */
export const redshiftLogExports = ['userlog', 'connectionlog', 'useractivitylog'] as const;
export type RedshiftLogExport = Open<(typeof redshiftLogExports)[number]>;

/** What Redshift Serverless keeps: databases, users, snapshots. https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html */
export interface RedshiftNamespace extends AwsResource {
  readonly namespaceName: string;
  readonly namespaceArn?: string | undefined;
  readonly namespaceId?: string | undefined;
  readonly status: RedshiftNamespaceState;
  /** The database that was made with it. */
  readonly dbName?: string | undefined;
  readonly adminUsername?: string | undefined;
  /** The secret that holds the password, where AWS manages it. */
  readonly adminPasswordSecretArn?: string | undefined;
  /** The key that it is encrypted with. */
  readonly kmsKeyId?: string | undefined;
  /** ARNs of the roles that SQL can use. */
  readonly iamRoleArns: readonly string[];
  readonly defaultIamRoleArn?: string | undefined;
  readonly logExports: readonly RedshiftLogExport[];
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

/** AWS writes a role as `IamRole(applyStatus=in-sync, iamRoleArn=arn:…)`. */
const arnsIn = (roles: unknown): readonly string[] =>
  ((roles ?? []) as readonly unknown[]).map((role) => /arn:[^\s,)]+/.exec(String(role))?.[0] ?? String(role));
