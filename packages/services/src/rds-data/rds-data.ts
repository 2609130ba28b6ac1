import { conflict, invalidRequest, notFound, readExactly, restJson, type Service } from '@arch/core/builder';
import { ArrayValue$, Field$, RDSDataClient } from '@aws-sdk/client-rds-data';

/** The RDS Data API. */
export const rdsData: Service = {
  id: 'RDS Data',
  client: RDSDataClient,
  protocol: restJson,
  prefix: 'rds-data',
  arns: { cluster: 'arn:aws:rds:*:*:cluster:{resourceArn}' },
  errors: {
    DatabaseNotFoundException: notFound({
      resource: 'DB instance',
      remedy: 'The cluster contains no DB instance: create one in the cluster.',
    }),
    DatabaseResumingException: conflict({
      resource: 'DB cluster',
      member: 'resourceArn',
      remedy: 'The cluster was paused and is resuming, which takes about 15 seconds: call again.',
    }),
    DatabaseUnavailableException: conflict({
      resource: 'DB cluster',
      member: 'resourceArn',
      remedy:
        'The writer of the cluster cannot be reached: check that it is running, and that the cluster is the primary cluster if it belongs to a global database.',
    }),
    HttpEndpointNotEnabledException: conflict({
      resource: 'DB cluster',
      member: 'resourceArn',
      remedy: 'The Data API of the cluster is disabled: enable it with EnableHttpEndpoint.',
    }),
    InvalidResourceStateException: conflict({
      resource: 'DB cluster',
      member: 'resourceArn',
      remedy: 'Check that the cluster is running.',
    }),
    InvalidSecretException: conflict({
      resource: 'secret',
      member: 'secretArn',
      remedy: 'Check that the secret contains the members username and password of a database user.',
    }),
    NotFoundException: notFound({
      remedy: 'Check that the cluster, the secret and the transaction exist in this account and region.',
    }),
    SecretsErrorException: conflict({
      resource: 'secret',
      member: 'secretArn',
      remedy:
        'Check that the secret exists, that it contains username and password, and that the caller has the permission to decrypt it.',
    }),
    TransactionNotFoundException: notFound({
      resource: 'transaction',
      member: 'transactionId',
      remedy: 'AWS rolls back a transaction after 3 minutes without a statement, and after 24 hours.',
    }),
    UnsupportedResultException: invalidRequest({
      remedy:
        'A result can have 1 MiB, a row 64 KB and an array one dimension: select fewer rows or columns, ' +
        'and cast columns of other types to text.',
    }),
  },
  documentation: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_',
};

/** Makes the SDK read and send integers with all of their digits. To be called before the first request. */
export const exactFields = (): void => {
  readExactly(Field$, 'longValue');
  readExactly(ArrayValue$, 'longValues');
};
