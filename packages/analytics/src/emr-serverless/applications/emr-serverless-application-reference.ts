import { resource, type Schema, z } from '@arch/core/builder';
import { Application$ } from '@aws-sdk/client-emr-serverless';

/** The application that a call was about: AWS answers nothing to what changes one. */
export interface EmrServerlessApplicationReference {
  readonly applicationId: string;
}

/** Parses what the call was about. */
export const emrServerlessApplicationReference = (): Schema<EmrServerlessApplicationReference> =>
  resource<EmrServerlessApplicationReference>(Application$, { applicationId: z.string() });
