import { resource, type Schema, z } from '@arch/core/builder';
import { BoundingBox$ } from '@aws-sdk/client-rekognition';

/** Where something is in an image, as ratios of the image's width and height: `left: 0.25` is a quarter from the left. */
export interface BoundingBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Parses one Rekognition `BoundingBox` structure. */
export const boundingBox = (): Schema<BoundingBox> =>
  resource<BoundingBox>(BoundingBox$, { left: z.number(), top: z.number(), width: z.number(), height: z.number() });
