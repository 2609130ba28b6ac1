import { optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { Cluster$ } from '@aws-sdk/client-emr';

/** A cluster that has been begun. */
export interface StartedEmrCluster {
  /** e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  readonly clusterArn?: string | undefined;
  /** Whether it ends by itself when its steps are over. */
  readonly autoTerminate: boolean;
}

/** Parses what is known of a cluster that has been begun. */
export const startedEmrCluster = (): Schema<StartedEmrCluster> =>
  resource<StartedEmrCluster>(Cluster$, {
    clusterId: from('Id', z.string()),
    clusterArn: optionalString(),
    autoTerminate: z.boolean(),
  });

/** The cluster that a call was about: AWS answers nothing to what changes one. */
export interface EmrClusterReference {
  readonly clusterId: string;
}

/** Parses what the call was about. */
export const emrClusterReference = (): Schema<EmrClusterReference> =>
  resource<EmrClusterReference>(Cluster$, { clusterId: from('Id', z.string()) });
