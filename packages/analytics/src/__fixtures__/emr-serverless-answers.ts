import { awsError, type RecordedRequest } from '@arch/core/testing';

/** The ID of all applications. */
export const applicationId = '00f1r2vk4e9g0a09';

/** The ID of all job runs. */
export const jobRunId = '00f1r3j5k2m8s00b';

/** The role of all jobs. */
export const executionRoleArn = 'arn:aws:iam::123456789012:role/spark-jobs';

const arn = `arn:aws:emr-serverless:eu-west-1:123456789012:/applications/${applicationId}`;
const times = { createdAt: 1_793_527_200, updatedAt: 1_793_527_200 };

/** One of what `ListApplications` answers. */
export const applicationOf = (state: string, more: object = {}): object => ({
  arn,
  state,
  type: 'Spark',
  releaseLabel: 'emr-7.9.0',
  ...times,
  ...more,
});

/** What `GetApplication` answers. */
export const applicationIn = (state: string, more: object = {}): object => ({
  application: applicationOf(state, { applicationId, ...more }),
});

/** One of what `ListJobRuns` answers. */
export const jobRunOf = (state: string, more: object = {}): object => ({
  applicationId,
  arn: `${arn}/jobruns/${jobRunId}`,
  state,
  stateDetails: '',
  createdBy: 'arn:aws:iam::123456789012:user/me',
  executionRole: executionRoleArn,
  releaseLabel: 'emr-7.9.0',
  ...times,
  ...more,
});

/** What `GetJobRun` answers. */
export const jobRunIn = (state: string, more: object = {}): object => ({
  jobRun: jobRunOf(state, {
    jobRunId,
    jobDriver: { sparkSubmit: { entryPoint: 's3://jobs/sales.py', entryPointArguments: ['2026-11'] } },
    ...more,
  }),
});

/** What EMR Serverless says of an application that is not there. */
export const noApplication: object = awsError(
  'ResourceNotFoundException',
  `Application ${applicationId} does not exist`,
  { status: 404 },
);

/** The document that a request has sent. */
export const documentOf = (request: RecordedRequest | undefined): Readonly<Record<string, unknown>> =>
  JSON.parse(String(request?.body)) as Readonly<Record<string, unknown>>;
