import { awsError } from '@arch/core/testing';

/** The ID of all clusters. */
export const clusterId = 'j-3SD91U2E1L2QX';

/** The ID of all steps. */
export const stepId = 's-3LZC0QUT43AM';

const Timeline = { CreationDateTime: '2026-11-01T10:00:00Z' };

/** A response of `DescribeCluster`. */
export const clusterIn = (State: string, StateChangeReason: object = {}, more: object = {}): object => ({
  Cluster: { Id: clusterId, Name: 'nightly', Status: { State, StateChangeReason, Timeline }, ...more },
});

/** A response of `DescribeStep`. */
export const stepIn = (State: string, status: object = {}): object => ({ Step: stepOf(State, status) });

/** A step in a response of `ListSteps`. */
export const stepOf = (State: string, status: object = {}): object => ({
  Id: stepId,
  Name: 'sales',
  ActionOnFailure: 'CONTINUE',
  Config: { Jar: 'command-runner.jar', Args: ['spark-submit', 's3://jobs/sales.py'], Properties: {} },
  Status: { State, StateChangeReason: {}, Timeline, ...status },
});

/** The status of a failed step, with the details that EMR finds in the log. */
export const failure = {
  FailureDetails: {
    Reason: 'Unknown Error.',
    Message: 'AnalysisException: Path does not exist: s3://sales/2026-11',
    LogFile: 's3://jobs/logs/j-3SD91U2E1L2QX/steps/s-3LZC0QUT43AM/stderr.gz',
  },
};

/** EMR's error for a cluster that does not exist. */
export const noCluster: object = awsError('InvalidRequestException', `Cluster id '${clusterId}' is not valid.`);
