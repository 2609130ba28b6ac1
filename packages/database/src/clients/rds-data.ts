import { conflict, notFound, type Service } from '@arch/core/builder';
import { RDSDataClient } from '@aws-sdk/client-rds-data';

/** The RDS Data API, as the operations of this package call it. */
export const rdsData: Service = {
  id: 'RDS Data',
  client: RDSDataClient,
  prefix: 'rds-data',
  arns: { cluster: 'arn:aws:rds:*:*:cluster:*' },
  errors: {
    DatabaseNotFoundException: notFound('database', 'database'),
    DatabaseUnavailableException: conflict(undefined, undefined, 'The database cannot be reached: is it running?'),
    HttpEndpointNotEnabledException: conflict(undefined, undefined, "Turn on the cluster's Data API (HTTP endpoint)."),
    SecretsErrorException: conflict(
      undefined,
      undefined,
      'Is the secret there, and does it hold user name and password?',
    ),
    TransactionNotFoundException: notFound(
      'transaction',
      'transactionId',
      'A transaction ends after 3 minutes of rest.',
    ),
  },
  documentation: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_',
};
