import { type AwsResource, optionalString, from, list, maybe, resource, type Schema, z } from '@arch/core/builder';
import { AgeRange$, Emotion$, FaceDetail$ } from '@aws-sdk/client-rekognition';

import { boundingBox, type BoundingBox } from './bounding-box.js';

/** The age that a face looks like, in years. */
export interface AgeRange {
  readonly low: number;
  readonly high: number;
}

/** What a face looks like; it says nothing of what the person feels. */
export interface Emotion {
  /** e.g. `HAPPY` or `CALM`. */
  readonly type: string;
  /** How sure Rekognition is, in percent. */
  readonly confidence: number;
}

/** A face in an image. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_FaceDetail.html */
export interface Face extends AwsResource {
  readonly boundingBox: BoundingBox;
  /** How sure Rekognition is that it is a face, in percent. */
  readonly confidence: number;
  /** This and what follows only where it was asked for by `attributes`. */
  readonly ageRange?: AgeRange | undefined;
  readonly smile?: boolean | undefined;
  readonly eyesOpen?: boolean | undefined;
  readonly mouthOpen?: boolean | undefined;
  readonly eyeglasses?: boolean | undefined;
  readonly sunglasses?: boolean | undefined;
  readonly beard?: boolean | undefined;
  readonly faceOccluded?: boolean | undefined;
  /** `Male` or `Female`, as the face looks. */
  readonly gender?: string | undefined;
  /** The surest first. */
  readonly emotions: readonly Emotion[];
  /** 0 to 100. */
  readonly brightness?: number | undefined;
  /** 0 to 100. */
  readonly sharpness?: number | undefined;
}

/** Parses one Rekognition `FaceDetail` structure. */
export const face = (): Schema<Face> =>
  resource<Face>(FaceDetail$, {
    boundingBox: boundingBox(),
    confidence: z.number(),
    ageRange: maybe(ageRange()),
    smile: from('Smile.Value', z.optional(z.boolean())),
    eyesOpen: from('EyesOpen.Value', z.optional(z.boolean())),
    mouthOpen: from('MouthOpen.Value', z.optional(z.boolean())),
    eyeglasses: from('Eyeglasses.Value', z.optional(z.boolean())),
    sunglasses: from('Sunglasses.Value', z.optional(z.boolean())),
    beard: from('Beard.Value', z.optional(z.boolean())),
    faceOccluded: from('FaceOccluded.Value', z.optional(z.boolean())),
    gender: from('Gender.Value', optionalString()),
    emotions: list(emotion()),
    brightness: from('Quality.Brightness', z.optional(z.number())),
    sharpness: from('Quality.Sharpness', z.optional(z.number())),
  });

const ageRange = (): Schema<AgeRange> => resource<AgeRange>(AgeRange$, { low: z.number(), high: z.number() });

const emotion = (): Schema<Emotion> => resource<Emotion>(Emotion$, { type: z.string(), confidence: z.number() });
