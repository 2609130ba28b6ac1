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
  /** 1–63 lower-case letters, digits and single hyphens, a letter first. */
  readonly clusterIdentifier: string;
  /** e.g. `ra3.large`. */
  readonly nodeType: RedshiftNodeType;
  /** 1–100. Default 1: it is leader and compute node at once. */
  readonly numberOfNodes?: number | undefined;
  /** A database to begin with. Default `dev`. */
  readonly dbName?: string | undefined;
  /** Default `awsuser`. */
  readonly masterUsername?: string | undefined;
  /** 8–64 characters, see the error. Default: AWS makes one, keeps it in Secrets Manager and changes it every 30 days. */
  readonly masterUserPassword?: string | undefined;
  /** For how many days automated snapshots are kept, 1–35; 0, for `dc2` only, turns them off. Default 7. AWS's default is 1. */
  readonly automatedSnapshotRetentionDays?: number | undefined;
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

/** What AWS refuses of members together, as checks of an input. */
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
