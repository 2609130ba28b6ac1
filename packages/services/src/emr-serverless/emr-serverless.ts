import { conflict, type ErrorTable, notFound, quota, restJson, type Service, whenMessage } from '@arch/core/builder';
import { EMRServerlessClient } from '@aws-sdk/client-emr-serverless';

const emrServerlessErrors: ErrorTable = {
  ConflictException: conflict(),
  // EMR Serverless has one code for job runs and applications. Only the message names the missing resource.
  ResourceNotFoundException: [
    whenMessage(/^Job ?run/i, notFound({ resource: 'job run', member: 'jobRunId' })),
    whenMessage(/^Application/i, notFound({ resource: 'application', member: 'applicationId' })),
  ],
  ServiceQuotaExceededException: quota(),
  ValidationException: whenMessage(
    /must be in one of the following stat/i,
    conflict({
      resource: 'application',
      member: 'applicationId',
      remedy: 'Wait until the application has that state, or change its state, e.g. with stopEmrServerlessApplication.',
    }),
  ),
};

/** EMR Serverless. */
export const emrServerless: Service = {
  id: 'EMR Serverless',
  client: EMRServerlessClient,
  protocol: restJson,
  prefix: 'emr-serverless',
  arns: {
    application: 'arn:aws:emr-serverless:*:*:/applications/{applicationId}',
    jobRun: 'arn:aws:emr-serverless:*:*:/applications/{applicationId}/jobruns/{jobRunId}',
  },
  errors: emrServerlessErrors,
  documentation: 'https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_',
};
