import { conflict, invalidRequest, notFound, readExactly, type Service } from '@arch/core/builder';
import { ArrayValue$, Field$, RDSDataClient } from '@aws-sdk/client-rds-data';

/** The RDS Data API. */
export const rdsData: Service = {
  id: 'RDS Data',
  client: RDSDataClient,
  prefix: 'rds-data',
  arns: { cluster: 'arn:aws:rds:*:*:cluster:*' },
  errors: {
    DatabaseNotFoundException: notFound({ resource: 'DB instance', remedy: 'The cluster has none: create one in it.' }),
    DatabaseResumingException: conflict({
      resource: 'DB cluster',
      member: 'resourceArn',
      remedy: 'It was paused and is waking up, which takes about 15 seconds: try again.',
    }),
    DatabaseUnavailableException: conflict({
      resource: 'DB cluster',
      member: 'resourceArn',
      remedy: 'Its writer cannot be reached: is it running, and is the cluster the primary one of its global database?',
    }),
    HttpEndpointNotEnabledException: conflict({
      resource: 'DB cluster',
      member: 'resourceArn',
      remedy: 'Its Data API is off: turn it on (EnableHttpEndpoint).',
    }),
    InvalidResourceStateException: conflict({
      resource: 'DB cluster',
      member: 'resourceArn',
      remedy: 'Is it running?',
    }),
    InvalidSecretException: conflict({
      resource: 'secret',
      member: 'secretArn',
      remedy: 'Does it hold username and password of a database user?',
    }),
    NotFoundException: notFound({ remedy: 'Are cluster, secret and transaction there, in this region and account?' }),
    SecretsErrorException: conflict({
      resource: 'secret',
      member: 'secretArn',
      remedy: 'Is it there, does it hold username and password, and may the caller decrypt it?',
    }),
    TransactionNotFoundException: notFound({
      resource: 'transaction',
      member: 'transactionId',
      remedy: 'A transaction ends after 3 minutes without a statement, and after 24 hours.',
    }),
    UnsupportedResultException: invalidRequest({
      remedy:
        'A result has at most 1 MiB, a row 64 KB, an array one dimension: select fewer rows or columns at a time, ' +
        'and cast what is of a rare type to text.',
    }),
  },
  documentation: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_',
};

/** Lets whole numbers come and go with all of their digits; before the first of them. */
export const exactFields = (): void => {
  readExactly(Field$, 'longValue');
  readExactly(ArrayValue$, 'longValues');
};
