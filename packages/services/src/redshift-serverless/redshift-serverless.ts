import { awsJson, capacity, conflict, notFound, quota, type Service } from '@arch/core/builder';
import { RedshiftServerlessClient } from '@aws-sdk/client-redshift-serverless';

/** Redshift Serverless. */
export const redshiftServerless: Service = {
  id: 'Redshift Serverless',
  client: RedshiftServerlessClient,
  protocol: awsJson,
  prefix: 'redshift-serverless',
  arns: {
    namespace: 'arn:aws:redshift-serverless:*:*:namespace/{namespaceArn}',
    workgroup: 'arn:aws:redshift-serverless:*:*:workgroup/{workgroupArn}',
  },
  errors: {
    ConflictException: conflict(),
    InsufficientCapacityException: capacity(),
    ResourceNotFoundException: notFound(),
    ServiceQuotaExceededException: quota(),
    TooManyTagsException: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_',
};
