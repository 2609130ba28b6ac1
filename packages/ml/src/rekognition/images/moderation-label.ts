import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { ModerationLabel$ } from '@aws-sdk/client-rekognition';

/** Inappropriate content in an image. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_ModerationLabel.html */
export interface ModerationLabel extends AwsResource {
  /** Name of the label, e.g. `Weapon Violence`. */
  readonly name: string;
  /** Confidence of Rekognition in percent. */
  readonly confidence: number;
  /** Name of the more general label, e.g. `Violence`. Absent for a label of level 1. */
  readonly parentName?: string | undefined;
  /** Level of the label in the taxonomy, 1–3; 1 is the most general. */
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
