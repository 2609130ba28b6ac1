import { type AwsResource, from, maybe, openEnum, type Open, resource, type Schema, z } from '@arch/core/builder';
import { TextDetection$ } from '@aws-sdk/client-rekognition';

import { boundingBox, type BoundingBox } from './bounding-box.js';

/** The types of text that Rekognition detects. */
export const textTypes = ['LINE', 'WORD'] as const;
export type TextType = Open<(typeof textTypes)[number]>;

/** A line or a word in an image. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_TextDetection.html */
export interface DetectedText extends AwsResource {
  /** The text of the line or word. */
  readonly detectedText: string;
  /** Type of the text: a line or a word of a line. */
  readonly type: TextType;
  /** Confidence of Rekognition in percent. */
  readonly confidence: number;
  /** ID of the line or word, unique in the result. */
  readonly id?: number | undefined;
  /** `id` of the line that contains the word. Absent for a line. */
  readonly parentId?: number | undefined;
  /** Position in the image. */
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
