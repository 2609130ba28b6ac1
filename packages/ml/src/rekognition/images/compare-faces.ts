import { type AwsInput, input, operation, type Operation, task, z } from '@arch/core/builder';
import { rekognition } from '@arch/services/rekognition';
import { CompareFacesCommand } from '@aws-sdk/client-rekognition';

import { type ImageInput, imageInput, readImage, type RekognitionImage } from '../image-input.js';
import { faceComparison, type FaceComparison } from './face-comparison.js';

export interface CompareFacesInput extends AwsInput {
  /** A JPEG or PNG image whose largest face is compared: the path of a file or bytes (at most 5 MB), or an object in S3 (at most 15 MB). */
  readonly sourceImage: ImageInput;
  /** A JPEG or PNG image whose 100 largest faces are compared with the source face. */
  readonly targetImage: ImageInput;
  /** Minimum similarity of a matching face in percent, 0–100. Default that AWS applies: 80. */
  readonly similarityThreshold?: number | undefined;
}

/**
 * Compares the largest face of one image with the faces of another. AWS bills each comparison.
 *
 * @example
 * const { faceMatches } = await compareFaces({ sourceImage: 'passport.jpg', targetImage: 'camera.jpg', similarityThreshold: 95 });
 * @throws {InvalidInputError} an image is empty or too large.
 * @throws {LocalError} a file cannot be read.
 * @throws {NotFoundError} an object does not exist in S3, or the credentials do not allow reading it.
 * @throws {InvalidRequestError} an image is neither JPEG nor PNG.
 * @see https://docs.aws.amazon.com/rekognition/latest/APIReference/API_CompareFaces.html
 */
export const compareFaces: Operation<CompareFacesInput, FaceComparison> = task(() => ({
  name: 'compareFaces',
  input: input<CompareFacesInput>({
    sourceImage: imageInput(),
    targetImage: imageInput(),
    similarityThreshold: z.optional(z.number().check(z.gte(0), z.lte(100))),
  }),
  uses: [requestComparison],
  run: async ({ sourceImage, targetImage, ...members }, options) => {
    const images = await Promise.all([
      readImage('compareFaces', sourceImage, 'sourceImage'),
      readImage('compareFaces', targetImage, 'targetImage'),
    ]);
    return requestComparison({ ...members, sourceImage: images[0], targetImage: images[1] }, options);
  },
}));

type Request = Omit<CompareFacesInput, 'sourceImage' | 'targetImage'> & {
  readonly sourceImage: RekognitionImage;
  readonly targetImage: RekognitionImage;
};

const requestComparison: Operation<Request, FaceComparison> = operation(() => ({
  name: 'compareFaces',
  service: rekognition,
  command: CompareFacesCommand,
  permissions: ['rekognition:CompareFaces'],
  input: input<Request>({
    sourceImage: z.custom<RekognitionImage>(),
    targetImage: z.custom<RekognitionImage>(),
    similarityThreshold: z.optional(z.number()),
  }),
  output: faceComparison(),
}));
