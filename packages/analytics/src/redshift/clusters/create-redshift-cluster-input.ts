import { type AwsInput, tagRecord, type Tags, z } from '@arch/core/builder';
import { adminName, clusterName, databaseName } from '@arch/services/redshift';

import { adminPassword } from '../redshift-admin-password.js';
import {
  clusterSettingsFields,
  isPortOf,
  nodeType,
  type RedshiftClusterSettings,
  type RedshiftNodeType,
} from '../redshift-cluster-settings.js';

export interface CreateRedshiftClusterInput extends RedshiftClusterSettings, AwsInput {
  /** Identifier of the cluster, unique in the account and region: 1–63 lower-case letters, digits and single hyphens, a letter first. */
  readonly clusterIdentifier: string;
  /** Node type, e.g. `ra3.large`. */
  readonly nodeType: RedshiftNodeType;
  /** Number of nodes, 1–100. A single node is both leader node and compute node. Default: 1. */
  readonly numberOfNodes?: number | undefined;
  /** Name of the first database, at most 64 characters. Default that AWS applies: `dev`. */
  readonly dbName?: string | undefined;
  /** Name of the admin user. Default: `awsuser`. */
  readonly masterUsername?: string | undefined;
  /**
   * Password of the admin user: 8–64 printable ASCII characters with an upper-case letter, a lower-case letter and a digit, without quotes,
   * slashes, `@` and spaces. Default: AWS generates the password, stores it in Secrets Manager and rotates it every 30 days.
   */
  readonly masterUserPassword?: string | undefined;
  /** Retention period of automated snapshots in days, 1–35; 0, only for `dc2`, disables them. Default: 7, unlike AWS's default 1. */
  readonly automatedSnapshotRetentionDays?: number | undefined;
  /** Tags of the cluster, at most 50. */
  readonly tags?: Tags | undefined;
}

type Fields = {
  readonly [Name in Exclude<keyof CreateRedshiftClusterInput, 'aws'>]-?: z.ZodMiniType<
    CreateRedshiftClusterInput[Name]
  >;
};

export const createRedshiftClusterFields = (): Fields => ({
  ...clusterSettingsFields(),
  clusterIdentifier: clusterName(),
  nodeType: nodeType(),
  dbName: z.optional(databaseName(64)),
  masterUsername: z.optional(adminName()),
  masterUserPassword: z.optional(adminPassword()),
  automatedSnapshotRetentionDays: z.optional(z.int().check(z.gte(0), z.lte(35))),
  tags: z.optional(tagRecord()),
});

/** Checks members together. */
export const createRedshiftClusterChecks = (): z.Check<CreateRedshiftClusterInput>[] => [
  z.refine(({ nodeType: type, port }) => isPortOf(type, port), {
    error: '5431–5455 or 8191–8215 for ra3 and rg nodes',
    path: ['port'],
  }),
  z.refine(({ nodeType: type, automatedSnapshotRetentionDays: days }) => days !== 0 || type.startsWith('dc2.'), {
    error: '1–35; 0 for dc2 nodes only',
    path: ['automatedSnapshotRetentionDays'],
  }),
  z.refine(
    ({ masterUserPassword, masterPasswordSecretKmsKeyId: key }) =>
      masterUserPassword === undefined || key === undefined,
    { error: 'a masterPasswordSecretKmsKeyId only without masterUserPassword' },
  ),
];
