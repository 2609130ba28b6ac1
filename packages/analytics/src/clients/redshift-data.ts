import { conflict, notFound, quota, type Service, throttled } from '@arch/core/builder';
import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';

/** The Redshift Data API, as the operations of this package call it. */
export const redshiftData: Service = {
  id: 'Redshift Data',
  client: RedshiftDataClient,
  prefix: 'redshift-data',
  arns: {
    cluster: 'arn:aws:redshift:*:*:cluster:*',
    workgroup: 'arn:aws:redshift-serverless:*:*:workgroup/*',
  },
  errors: {
    ActiveSessionsExceededException: quota(),
    ActiveStatementsExceededException: quota(),
    ActiveWaitingRequestsExceededException: throttled(
      undefined,
      undefined,
      'Too many wait for the end of this one statement.',
    ),
    DatabaseConnectionException: conflict(
      undefined,
      undefined,
      'The database cannot be reached: a cluster that is paused is resumed by resumeRedshiftCluster.',
    ),
    QueryTimeoutException: conflict(undefined, undefined, 'The statement took too long to begin: try again.'),
    ResourceNotFoundException: notFound(undefined, undefined, 'Statements and their results are kept for 24 hours.'),
  },
  documentation: 'https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_',
};
