import { type AwsResource, optionalString, from, list, maybe, resource, type Schema, z } from '@arch/core/builder';
import { AgeRange$, Emotion$, FaceDetail$ } from '@aws-sdk/client-rekognition';

import { boundingBox, type BoundingBox } from './bounding-box.js';

/** The estimated age of a face in years. */
export interface AgeRange {
  /** Lowest estimated age in years. */
  readonly low: number;
  /** Highest estimated age in years. */
  readonly high: number;
}

/** The apparent emotion of a face. It does not show the feelings of the person. */
export interface Emotion {
  /** Type of the emotion, e.g. `HAPPY` or `CALM`. */
  readonly type: string;
  /** Confidence of Rekognition in percent. */
  readonly confidence: number;
}

/** A face in an image. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_FaceDetail.html */
export interface Face extends AwsResource {
  /** Position of the face in the image. */
  readonly boundingBox: BoundingBox;
  /** Confidence of Rekognition that it is a face, in percent. */
  readonly confidence: number;
  /** Estimated age. Only with the attribute `AGE_RANGE` or `ALL`. */
  readonly ageRange?: AgeRange | undefined;
  /** Whether the face is smiling. Only with the attribute `SMILE` or `ALL`. */
  readonly smile?: boolean | undefined;
  /** Whether the eyes are open. Only with the attribute `EYES_OPEN` or `ALL`. */
  readonly eyesOpen?: boolean | undefined;
  /** Whether the mouth is open. Only with the attribute `MOUTH_OPEN` or `ALL`. */
  readonly mouthOpen?: boolean | undefined;
  /** Whether the face has eyeglasses. Only with the attribute `EYEGLASSES` or `ALL`. */
  readonly eyeglasses?: boolean | undefined;
  /** Whether the face has sunglasses. Only with the attribute `SUNGLASSES` or `ALL`. */
  readonly sunglasses?: boolean | undefined;
  /** Whether the face has a beard. Only with the attribute `BEARD` or `ALL`. */
  readonly beard?: boolean | undefined;
  /** Whether the face is partly covered, e.g. by a mask. Only with the attribute `FACE_OCCLUDED` or `ALL`. */
  readonly faceOccluded?: boolean | undefined;
  /** Apparent gender: `Male` or `Female`. Only with the attribute `GENDER` or `ALL`. */
  readonly gender?: string | undefined;
  /** Apparent emotions, the highest confidence first. Empty without the attribute `EMOTIONS` or `ALL`. */
  readonly emotions: readonly Emotion[];
  /** Brightness of the face, 0–100. */
  readonly brightness?: number | undefined;
  /** Sharpness of the face, 0–100. */
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
