import { type AwsResource, from, list, maybe, resource, type Schema, z } from '@arch/core/builder';
import {
  ComparedFace$,
  ComparedSourceImageFace$,
  CompareFacesMatch$,
  CompareFacesResponse$,
} from '@aws-sdk/client-rekognition';

import { boundingBox, type BoundingBox } from './bounding-box.js';

/** A face that was compared. */
export interface ComparedFace {
  readonly boundingBox?: BoundingBox | undefined;
  /** How sure Rekognition is that it is a face, in percent. */
  readonly confidence?: number | undefined;
}

/** A face of the target image that is like the source's. */
export interface FaceMatch extends ComparedFace {
  /** How like it is, in percent. */
  readonly similarity: number;
}

/** Which faces of an image are like the largest one of another. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_CompareFaces.html */
export interface FaceComparison extends AwsResource {
  readonly sourceImageFace?: ComparedFace | undefined;
  /** The likest first. */
  readonly faceMatches: readonly FaceMatch[];
  readonly unmatchedFaces: readonly ComparedFace[];
}

/** Parses the answer of Rekognition's `CompareFaces`. */
export const faceComparison = (): Schema<FaceComparison> =>
  resource<FaceComparison>(CompareFacesResponse$, {
    sourceImageFace: maybe(
      resource<ComparedFace>(ComparedSourceImageFace$, {
        boundingBox: maybe(boundingBox()),
        confidence: z.optional(z.number()),
      }),
    ),
    faceMatches: list(faceMatch()),
    unmatchedFaces: list(
      resource<ComparedFace>(ComparedFace$, { boundingBox: maybe(boundingBox()), confidence: z.optional(z.number()) }),
    ),
  });

const faceMatch = (): Schema<FaceMatch> =>
  resource<FaceMatch>(CompareFacesMatch$, {
    similarity: z.number(),
    boundingBox: from('Face.BoundingBox', maybe(boundingBox())),
    confidence: from('Face.Confidence', z.optional(z.number())),
  });
