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

import { askWhenFree } from '../ask-when-free.js';
import { describeRedshiftCluster } from './describe-redshift-cluster.js';
import { redshiftCluster, type RedshiftCluster } from './redshift-cluster.js';
import { waitForRedshiftCluster } from './wait-for-redshift-cluster.js';

export interface PauseRedshiftClusterInput extends AwsInput {
  /** e.g. `reports`. */
  readonly clusterIdentifier: string;
}

/**
 * Pauses a Redshift cluster: its data stay, and while it is paused AWS bills the storage only. With `wait: true` it resolves when the cluster
 * is paused, which takes AWS some minutes. One that is paused already stays so. While something else is still going on that its state does
 * not show, Redshift is asked again, for up to 3 minutes.
 *
 * @example
 * await pauseRedshiftCluster('reports', { wait: true });
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {ConflictError} it is neither available nor paused, or of a kind that cannot be paused.
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
    const settled = async (): Promise<RedshiftCluster | undefined> => {
      const { clusterIdentifier } = cluster;
      const found = await describeRedshiftCluster(clusterIdentifier, options);
      return ['pausing', 'paused'].includes(found.clusterStatus) ? found : undefined;
    };
    return askWhenFree({ ask: () => requestPause(cluster, options), settled }, options);
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
