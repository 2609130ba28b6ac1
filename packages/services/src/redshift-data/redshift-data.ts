import { conflict, type ErrorTable, notFound, quota, type Service, throttled } from '@arch/core/builder';
import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';

/** The Redshift Data API. */
export const redshiftData: Service = {
  id: 'Redshift Data',
  client: RedshiftDataClient,
  prefix: 'redshift-data',
  arns: {
    cluster: 'arn:aws:redshift:*:*:cluster:{clusterIdentifier}',
    workgroup: 'arn:aws:redshift-serverless:*:*:workgroup/{workgroupArn}',
  },
  errors: {
    ActiveSessionsExceededException: quota(),
    ActiveStatementsExceededException: quota(),
    ActiveWaitingRequestsExceededException: throttled({ remedy: 'Too many wait for the end of this one statement.' }),
    DatabaseConnectionException: conflict({
      remedy: 'The database cannot be reached: a cluster that is paused is resumed by resumeRedshiftCluster.',
    }),
    QueryTimeoutException: conflict({ remedy: 'The statement took too long to begin: try again.' }),
  },
  documentation: 'https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_',
};

/** The meaning of the codes in requests for a statement by its ID. */
export const statementErrors: ErrorTable = {
  ResourceNotFoundException: notFound({
    resource: 'statement',
    member: 'statementId',
    remedy: 'Statements and their results are kept for 24 hours.',
  }),
};
