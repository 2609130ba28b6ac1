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
import { ResumeClusterCommand } from '@aws-sdk/client-redshift';

import { retryWhileBusy } from '../retry-while-busy.js';
import { describeRedshiftCluster } from './describe-redshift-cluster.js';
import { redshiftCluster, type RedshiftCluster } from './redshift-cluster.js';
import { waitForRedshiftCluster } from './wait-for-redshift-cluster.js';

export interface ResumeRedshiftClusterInput extends AwsInput {
  /** Identifier of the cluster, e.g. `reports`. */
  readonly clusterIdentifier: string;
}

/**
 * Resumes a paused Redshift cluster with the same endpoint; an available cluster is not changed. With `wait: true` the call resolves when
 * the cluster runs queries again, which takes some minutes. If Redshift is still running another operation, the call repeats the request
 * for up to 3 minutes.
 *
 * @example
 * const { endpoint } = await resumeRedshiftCluster('reports', { wait: true });
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {ConflictError} the cluster is neither paused nor available.
 * @throws {CapacityError} AWS currently has no free nodes of this type.
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_ResumeCluster.html
 */
export const resumeRedshiftCluster: WaitableOperation<
  string | ResumeRedshiftClusterInput,
  RedshiftCluster,
  RedshiftCluster,
  { on: 'clusterIdentifier' }
> = task(() => ({
  name: 'resumeRedshiftCluster',
  key: 'clusterIdentifier',
  input: resumeInput(),
  uses: [requestResume, describeRedshiftCluster],
  run: (cluster, options) => {
    const onConflict = async (): Promise<RedshiftCluster | undefined> => {
      const { clusterIdentifier } = cluster;
      const found = await describeRedshiftCluster(clusterIdentifier, options);
      return ['resuming', 'available'].includes(found.clusterStatus) ? found : undefined;
    };
    return retryWhileBusy({ send: () => requestResume(cluster, options), onConflict }, options);
  },
  wait: ({ clusterIdentifier }, options) =>
    waitForRedshiftCluster({ clusterIdentifier, state: 'available', resuming: true }, options),
}));

const resumeInput = (): z.ZodMiniType<ResumeRedshiftClusterInput> =>
  input<ResumeRedshiftClusterInput>({ clusterIdentifier: clusterName() });

const requestResume: Operation<ResumeRedshiftClusterInput, RedshiftCluster> = operation(() => ({
  name: 'resumeRedshiftCluster',
  service: redshift,
  command: ResumeClusterCommand,
  repeatable: 'refused',
  permissions: [{ action: 'redshift:ResumeCluster', resources: ['cluster'] }],
  key: 'clusterIdentifier',
  input: resumeInput(),
  output: redshiftCluster(),
  select: ({ Cluster }) => Cluster,
}));
