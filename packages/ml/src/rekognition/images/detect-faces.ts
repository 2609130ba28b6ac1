import { type AwsInput, each, input, operation, type Operation, task, z } from '@arch/core/builder';
import { rekognition } from '@arch/services/rekognition';
import { DetectFacesCommand } from '@aws-sdk/client-rekognition';

import { type ImageInput, imageInput, readImage, type RekognitionImage } from '../image-input.js';
import { face, type Face } from './face.js';

/** The attributes of a face that Rekognition can return. `ALL` takes longer. */
export const faceAttributes = [
  'DEFAULT',
  'ALL',
  'AGE_RANGE',
  'BEARD',
  'EMOTIONS',
  'EYE_DIRECTION',
  'EYEGLASSES',
  'EYES_OPEN',
  'FACE_OCCLUDED',
  'GENDER',
  'MOUTH_OPEN',
  'MUSTACHE',
  'SMILE',
  'SUNGLASSES',
] as const;
export type FaceAttribute = (typeof faceAttributes)[number];

export interface DetectFacesInput extends AwsInput {
  /** A JPEG or PNG image: the path of a file or bytes (at most 5 MB), or an object in S3 (at most 15 MB). */
  readonly image: ImageInput;
  /** The attributes to return. Default that AWS applies: `['DEFAULT']`, the bounding box, landmarks, pose and quality. */
  readonly attributes?: readonly FaceAttribute[] | undefined;
  /** Minimum confidence in percent, 0–100; other faces are omitted from the result. AWS has no such member. Default: 0. */
  readonly minConfidence?: number | undefined;
}

/**
 * Detects the largest faces in an image, up to 100. AWS bills each image.
 *
 * @example
 * const faces = await detectFaces({ image: 'team.jpg', attributes: ['SMILE'], minConfidence: 90 });
 * @throws {InvalidInputError} the image is empty or too large.
 * @throws {LocalError} the file cannot be read.
 * @throws {NotFoundError} the object does not exist in S3, or the credentials do not allow reading it.
 * @throws {InvalidRequestError} the image is neither JPEG nor PNG.
 * @see https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectFaces.html
 */
export const detectFaces: Operation<string | DetectFacesInput, readonly Face[]> = task(() => ({
  name: 'detectFaces',
  key: 'image',
  input: input<DetectFacesInput>({
    image: imageInput(),
    attributes: z.optional(z.array(z.enum(faceAttributes)).check(z.minLength(1))),
    minConfidence: z.optional(z.number().check(z.gte(0), z.lte(100))),
  }),
  uses: [requestFaces],
  run: async ({ image, minConfidence = 0, ...members }, options) => {
    const faces = await requestFaces({ ...members, image: await readImage('detectFaces', image) }, options);
    return faces.filter(({ confidence }) => confidence >= minConfidence);
  },
}));

type Request = Omit<DetectFacesInput, 'image' | 'minConfidence'> & { readonly image: RekognitionImage };

const requestFaces: Operation<Request, readonly Face[]> = operation(() => ({
  name: 'detectFaces',
  service: rekognition,
  command: DetectFacesCommand,
  permissions: ['rekognition:DetectFaces'],
  input: input<Request>({
    image: z.custom<RekognitionImage>(),
    attributes: z.optional(z.array(z.enum(faceAttributes))),
  }),
  output: each(face()),
  select: ({ FaceDetails = [] }) => FaceDetails,
}));
