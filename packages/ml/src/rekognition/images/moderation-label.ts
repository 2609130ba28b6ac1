import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { ModerationLabel$ } from '@aws-sdk/client-rekognition';

/** Something in an image that may be unwanted. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_ModerationLabel.html */
export interface ModerationLabel extends AwsResource {
  /** e.g. `Weapon Violence`. */
  readonly name: string;
  /** How sure Rekognition is, in percent. */
  readonly confidence: number;
  /** The more general label, e.g. `Violence`; absent for one at the top. */
  readonly parentName?: string | undefined;
  /** 1 for a label at the top, up to 3. */
  readonly taxonomyLevel?: number | undefined;
}

/** Parses one Rekognition `ModerationLabel` structure. */
export const moderationLabel = (): Schema<ModerationLabel> =>
  resource<ModerationLabel>(ModerationLabel$, {
    name: z.string(),
    confidence: z.number(),
    parentName: optionalString(),
    taxonomyLevel: z.optional(z.number()),
  });
