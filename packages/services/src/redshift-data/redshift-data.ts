import { awsJson, conflict, type ErrorTable, notFound, quota, type Service, throttled } from '@arch/core/builder';
import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';

/** The Redshift Data API. */
export const redshiftData: Service = {
  id: 'Redshift Data',
  client: RedshiftDataClient,
  protocol: awsJson,
  prefix: 'redshift-data',
  arns: {
    cluster: 'arn:aws:redshift:*:*:cluster:{clusterIdentifier}',
    workgroup: 'arn:aws:redshift-serverless:*:*:workgroup/{workgroupArn}',
  },
  errors: {
    ActiveSessionsExceededException: quota(),
    ActiveStatementsExceededException: quota(),
    ActiveWaitingRequestsExceededException: throttled({
      remedy: 'Too many requests wait for the end of this statement.',
    }),
    DatabaseConnectionException: conflict({
      remedy: 'The database cannot be reached. If the cluster is paused, resume it with resumeRedshiftCluster.',
    }),
    QueryTimeoutException: conflict({ remedy: 'The statement did not start in time: call again.' }),
  },
  documentation: 'https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_',
};

/** The meaning of the error codes of requests that contain the ID of a statement. */
export const statementErrors: ErrorTable = {
  ResourceNotFoundException: notFound({
    resource: 'statement',
    member: 'statementId',
    remedy: 'Redshift keeps statements and their results for 24 hours.',
  }),
};
