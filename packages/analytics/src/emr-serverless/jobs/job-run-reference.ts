import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { JobRun$ } from '@aws-sdk/client-emr-serverless';

/** The job run that a call was about. */
export interface JobRunReference extends AwsResource {
  readonly applicationId: string;
  /** e.g. `00f1r3j5k2m8s00b`. */
  readonly jobRunId: string;
}

/** Parses what the call was about. */
export const jobRunReference = (): Schema<JobRunReference> =>
  resource<JobRunReference>(JobRun$, { applicationId: z.string(), jobRunId: z.string() });
