import { type AwsResource, list, maybe, pluck, resource, type Schema, z } from '@arch/core/builder';
import { Instance$, Label$ } from '@aws-sdk/client-rekognition';

import { boundingBox, type BoundingBox } from './bounding-box.js';

/** One object in the image to which a label applies. */
export interface LabelInstance {
  /** Position of the object in the image. */
  readonly boundingBox?: BoundingBox | undefined;
  /** Confidence of Rekognition in percent. */
  readonly confidence?: number | undefined;
}

/** An object, a scene or an activity in an image. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_Label.html */
export interface Label extends AwsResource {
  /** Name of the label, e.g. `Car`. */
  readonly name: string;
  /** Confidence of Rekognition in percent. */
  readonly confidence: number;
  /** The objects in the image to which the label applies. Empty for labels without a position, e.g. `Night`. */
  readonly instances: readonly LabelInstance[];
  /** More general labels, e.g. `Vehicle` and `Transportation`. */
  readonly parents: readonly string[];
  /** Other names of the label. */
  readonly aliases: readonly string[];
  /** Categories of the label, e.g. `Vehicles and Automotive`. */
  readonly categories: readonly string[];
}

/** Parses one Rekognition `Label` structure. */
export const label = (): Schema<Label> =>
  resource<Label>(Label$, {
    name: z.string(),
    confidence: z.number(),
    instances: list(labelInstance()),
    parents: pluck('Name', z.string()),
    aliases: pluck('Name', z.string()),
    categories: pluck('Name', z.string()),
  });

const labelInstance = (): Schema<LabelInstance> =>
  resource<LabelInstance>(Instance$, { boundingBox: maybe(boundingBox()), confidence: z.optional(z.number()) });
