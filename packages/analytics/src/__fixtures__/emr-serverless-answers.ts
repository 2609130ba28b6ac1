import { awsError, type RecordedRequest } from '@arch/core/testing';

/** The ID of all applications. */
export const applicationId = '00f1r2vk4e9g0a09';

/** The ID of all job runs. */
export const jobRunId = '00f1r3j5k2m8s00b';

/** The role of all jobs. */
export const executionRoleArn = 'arn:aws:iam::123456789012:role/spark-jobs';

const arn = `arn:aws:emr-serverless:eu-west-1:123456789012:/applications/${applicationId}`;
const times = { createdAt: 1_793_527_200, updatedAt: 1_793_527_200 };

/** An application in a response of `ListApplications`. */
export const applicationOf = (state: string, more: object = {}): object => ({
  arn,
  state,
  type: 'Spark',
  releaseLabel: 'emr-7.9.0',
  ...times,
  ...more,
});

/** A response of `GetApplication`. */
export const applicationIn = (state: string, more: object = {}): object => ({
  application: applicationOf(state, { applicationId, ...more }),
});

/** A job run in a response of `ListJobRuns`. */
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

/** A response of `GetJobRun`. */
export const jobRunIn = (state: string, more: object = {}): object => ({
  jobRun: jobRunOf(state, {
    jobRunId,
    jobDriver: { sparkSubmit: { entryPoint: 's3://jobs/sales.py', entryPointArguments: ['2026-11'] } },
    ...more,
  }),
});

/** EMR Serverless's error for an application that does not exist. */
export const noApplication: object = awsError(
  'ResourceNotFoundException',
  `Application ${applicationId} does not exist`,
  { status: 404 },
);

/** The JSON document that a request contains. */
export const documentOf = (request: RecordedRequest | undefined): Readonly<Record<string, unknown>> =>
  JSON.parse(String(request?.body)) as Readonly<Record<string, unknown>>;
