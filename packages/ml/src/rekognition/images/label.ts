import { type AwsResource, list, maybe, pluck, resource, type Schema, z } from '@arch/core/builder';
import { Instance$, Label$ } from '@aws-sdk/client-rekognition';

import { boundingBox, type BoundingBox } from './bounding-box.js';

/** One thing of a label's kind, where Rekognition can tell where it is. */
export interface LabelInstance {
  readonly boundingBox?: BoundingBox | undefined;
  /** In percent. */
  readonly confidence?: number | undefined;
}

/** What an image shows. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_Label.html */
export interface Label extends AwsResource {
  /** e.g. `Car`. */
  readonly name: string;
  /** How sure Rekognition is, in percent. */
  readonly confidence: number;
  /** Where it is, as often as it is there; empty for labels such as `Night`. */
  readonly instances: readonly LabelInstance[];
  /** More general labels, e.g. `Vehicle` and `Transportation`. */
  readonly parents: readonly string[];
  /** Other names of the same. */
  readonly aliases: readonly string[];
  /** e.g. `Vehicles and Automotive`. */
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
