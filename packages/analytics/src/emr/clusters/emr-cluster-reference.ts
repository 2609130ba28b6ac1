import { optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { Cluster$ } from '@aws-sdk/client-emr';

/** A cluster that AWS is starting. */
export interface StartedEmrCluster {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** ARN of the cluster. */
  readonly clusterArn?: string | undefined;
  /** Whether the cluster terminates automatically when its steps have ended. */
  readonly autoTerminate: boolean;
}

/** Parses a cluster that AWS is starting. */
export const startedEmrCluster = (): Schema<StartedEmrCluster> =>
  resource<StartedEmrCluster>(Cluster$, {
    clusterId: from('Id', z.string()),
    clusterArn: optionalString(),
    autoTerminate: z.boolean(),
  });

/** The cluster that a call has changed. AWS's response to a change contains no members. */
export interface EmrClusterReference {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
}

/** Parses the ID of the cluster that a call has changed. */
export const emrClusterReference = (): Schema<EmrClusterReference> =>
  resource<EmrClusterReference>(Cluster$, { clusterId: from('Id', z.string()) });
