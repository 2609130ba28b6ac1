import { type AwsResource, from, maybe, openEnum, type Open, resource, type Schema, z } from '@arch/core/builder';
import { TextDetection$ } from '@aws-sdk/client-rekognition';

import { boundingBox, type BoundingBox } from './bounding-box.js';

/** Kinds of text that Rekognition finds. */
export const textTypes = ['LINE', 'WORD'] as const;
export type TextType = Open<(typeof textTypes)[number]>;

/** A line or a word in an image. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_TextDetection.html */
export interface DetectedText extends AwsResource {
  readonly detectedText: string;
  /** A word is in a line that is listed as well. */
  readonly type: TextType;
  /** How sure Rekognition is, in percent. */
  readonly confidence: number;
  readonly id?: number | undefined;
  /** The `id` of a word's line. */
  readonly parentId?: number | undefined;
  readonly boundingBox?: BoundingBox | undefined;
}

/** Parses one Rekognition `TextDetection` structure. */
export const detectedText = (): Schema<DetectedText> =>
  resource<DetectedText>(TextDetection$, {
    detectedText: z.string(),
    type: openEnum(textTypes),
    confidence: z.number(),
    id: z.optional(z.number()),
    parentId: z.optional(z.number()),
    boundingBox: from('Geometry.BoundingBox', maybe(boundingBox())),
  });
