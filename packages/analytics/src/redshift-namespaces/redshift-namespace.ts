import { type AwsResource, filled, list, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
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
  /** The roles that SQL can use, as AWS writes them. */
  readonly iamRoles: readonly string[];
  readonly defaultIamRoleArn?: string | undefined;
  readonly logExports: readonly RedshiftLogExport[];
  readonly creationDate?: Date | undefined;
}

/** Parses one Redshift Serverless `Namespace` structure. */
export const redshiftNamespace = (): Schema<RedshiftNamespace> =>
  resource<RedshiftNamespace>(Namespace$, {
    namespaceName: z.string(),
    namespaceArn: filled(),
    namespaceId: filled(),
    status: openEnum(redshiftNamespaceStates),
    dbName: filled(),
    adminUsername: filled(),
    adminPasswordSecretArn: filled(),
    kmsKeyId: filled(),
    iamRoles: list(z.string()),
    defaultIamRoleArn: filled(),
    logExports: list(openEnum(redshiftLogExports)),
    creationDate: z.optional(z.date()),
  });
