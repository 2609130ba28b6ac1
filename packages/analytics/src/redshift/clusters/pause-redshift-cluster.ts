import {
  type AwsInput,
  input,
  operation,
  type Operation,
  task,
  type WaitableOperation,
  type z,
} from '@arch/core/builder';
import { clusterName, redshift } from '@arch/services/redshift';
import { PauseClusterCommand } from '@aws-sdk/client-redshift';

import { retryWhileBusy } from '../retry-while-busy.js';
import { describeRedshiftCluster } from './describe-redshift-cluster.js';
import { redshiftCluster, type RedshiftCluster } from './redshift-cluster.js';
import { waitForRedshiftCluster } from './wait-for-redshift-cluster.js';

export interface PauseRedshiftClusterInput extends AwsInput {
  /** Identifier of the cluster, e.g. `reports`. */
  readonly clusterIdentifier: string;
}

/**
 * Pauses a Redshift cluster; a paused cluster is not changed. The data is kept, and AWS bills only the storage of a paused cluster. With
 * `wait: true` the call resolves when the cluster is paused, which takes some minutes. If Redshift is still running another operation, the
 * call repeats the request for up to 3 minutes.
 *
 * @example
 * await pauseRedshiftCluster('reports', { wait: true });
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {ConflictError} the cluster is neither available nor paused, or its type cannot be paused.
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_PauseCluster.html
 */
export const pauseRedshiftCluster: WaitableOperation<
  string | PauseRedshiftClusterInput,
  RedshiftCluster,
  RedshiftCluster,
  { on: 'clusterIdentifier' }
> = task(() => ({
  name: 'pauseRedshiftCluster',
  key: 'clusterIdentifier',
  input: pauseInput(),
  uses: [requestPause, describeRedshiftCluster],
  run: (cluster, options) => {
    const onConflict = async (): Promise<RedshiftCluster | undefined> => {
      const { clusterIdentifier } = cluster;
      const found = await describeRedshiftCluster(clusterIdentifier, options);
      return ['pausing', 'paused'].includes(found.clusterStatus) ? found : undefined;
    };
    return retryWhileBusy({ send: () => requestPause(cluster, options), onConflict }, options);
  },
  wait: ({ clusterIdentifier }, options) => waitForRedshiftCluster({ clusterIdentifier, state: 'paused' }, options),
}));

const pauseInput = (): z.ZodMiniType<PauseRedshiftClusterInput> =>
  input<PauseRedshiftClusterInput>({ clusterIdentifier: clusterName() });

const requestPause: Operation<PauseRedshiftClusterInput, RedshiftCluster> = operation(() => ({
  name: 'pauseRedshiftCluster',
  service: redshift,
  command: PauseClusterCommand,
  permissions: [{ action: 'redshift:PauseCluster', resources: ['cluster'] }],
  key: 'clusterIdentifier',
  input: pauseInput(),
  output: redshiftCluster(),
  select: ({ Cluster }) => Cluster,
}));
