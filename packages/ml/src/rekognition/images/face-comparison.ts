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
  /** Position of the face in its image. */
  readonly boundingBox?: BoundingBox | undefined;
  /** Confidence of Rekognition that it is a face, in percent. */
  readonly confidence?: number | undefined;
}

/** A face of the target image that matches the source face. */
export interface FaceMatch extends ComparedFace {
  /** Similarity to the source face in percent. */
  readonly similarity: number;
}

/** The result of a comparison of faces. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_CompareFaces.html */
export interface FaceComparison extends AwsResource {
  /** The largest face of the source image. */
  readonly sourceImageFace?: ComparedFace | undefined;
  /** The faces of the target image that match, sorted by similarity, the highest first. */
  readonly faceMatches: readonly FaceMatch[];
  /** The faces of the target image that do not match. */
  readonly unmatchedFaces: readonly ComparedFace[];
}

/** Parses one `CompareFaces` response. */
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
