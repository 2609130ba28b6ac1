import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { JobRun$ } from '@aws-sdk/client-emr-serverless';

/** The job run that a call has started or cancelled. */
export interface JobRunReference extends AwsResource {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** ID of the job run, e.g. `00f1r3j5k2m8s00b`. */
  readonly jobRunId: string;
}

/** Parses the IDs of the job run that a call has started or cancelled. */
export const jobRunReference = (): Schema<JobRunReference> =>
  resource<JobRunReference>(JobRun$, { applicationId: z.string(), jobRunId: z.string() });
