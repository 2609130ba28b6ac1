import { conflict, type ErrorTable, notFound, quota, saying, type Service } from '@arch/core/builder';
import { EMRServerlessClient } from '@aws-sdk/client-emr-serverless';

const emrServerlessErrors: ErrorTable = {
  ConflictException: conflict(),
  // One code for both: what is not there stands in the message, and by habit where it does not.
  ResourceNotFoundException: [
    saying(/^Job ?run/i, notFound({ resource: 'job run', member: 'jobRunId' })),
    saying(/^Application/i, notFound({ resource: 'application', member: 'applicationId' })),
  ],
  ServiceQuotaExceededException: quota(),
  ValidationException: saying(
    /must be in one of the following stat/i,
    conflict({
      resource: 'application',
      member: 'applicationId',
      remedy: 'Wait for that state, or bring it about, e.g. with stopEmrServerlessApplication.',
    }),
  ),
};

/** EMR Serverless. */
export const emrServerless: Service = {
  id: 'EMR Serverless',
  client: EMRServerlessClient,
  prefix: 'emr-serverless',
  arns: {
    application: 'arn:aws:emr-serverless:*:*:/applications/*',
    jobRun: 'arn:aws:emr-serverless:*:*:/applications/*/jobruns/*',
  },
  errors: emrServerlessErrors,
  documentation: 'https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_',
};
