import { resource, type Schema, z } from '@arch/core/builder';
import { BoundingBox$ } from '@aws-sdk/client-rekognition';

/** The position of a rectangle in an image, as ratios of the width and height of the image: `left: 0.25` is a quarter of the width. */
export interface BoundingBox {
  /** Left edge, as a ratio of the image width. */
  readonly left: number;
  /** Top edge, as a ratio of the image height. */
  readonly top: number;
  /** Width, as a ratio of the image width. */
  readonly width: number;
  /** Height, as a ratio of the image height. */
  readonly height: number;
}

/** Parses one Rekognition `BoundingBox` structure. */
export const boundingBox = (): Schema<BoundingBox> =>
  resource<BoundingBox>(BoundingBox$, { left: z.number(), top: z.number(), width: z.number(), height: z.number() });
