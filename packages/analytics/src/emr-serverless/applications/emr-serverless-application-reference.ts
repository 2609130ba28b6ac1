import { resource, type Schema, z } from '@arch/core/builder';
import { Application$ } from '@aws-sdk/client-emr-serverless';

/** The application that a call has changed. AWS's response to a change contains no members. */
export interface EmrServerlessApplicationReference {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
}

/** Parses the ID of the application that a call has changed. */
export const emrServerlessApplicationReference = (): Schema<EmrServerlessApplicationReference> =>
  resource<EmrServerlessApplicationReference>(Application$, { applicationId: z.string() });
