import { conflict, notFound, quota, type Service } from '@arch/core/builder';
import { EMRServerlessClient } from '@aws-sdk/client-emr-serverless';

/** EMR Serverless, as the operations of this package call it. */
export const emrServerless: Service = {
  id: 'EMR Serverless',
  client: EMRServerlessClient,
  prefix: 'emr-serverless',
  arns: {
    application: 'arn:aws:emr-serverless:*:*:/applications/*',
    jobRun: 'arn:aws:emr-serverless:*:*:/applications/*/jobruns/*',
  },
  errors: {
    ConflictException: conflict(),
    ResourceNotFoundException: notFound(),
    ServiceQuotaExceededException: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_',
};
