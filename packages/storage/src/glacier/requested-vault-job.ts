import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { InitiateJobOutput$ } from '@aws-sdk/client-glacier';

/** A job that AWS has accepted. */
export interface RequestedVaultJob extends AwsResource {
  /** The ID of the job. */
  readonly jobId: string;
  /** The path of the job, e.g. `/111122223333/vaults/photos/jobs/HkF9p6o7yjhFx`. */
  readonly location?: string | undefined;
}

/** Parses one Glacier `InitiateJobOutput` structure. */
export const requestedVaultJob = (): Schema<RequestedVaultJob> =>
  resource<RequestedVaultJob>(InitiateJobOutput$, { jobId: z.string(), location: optionalString() });
