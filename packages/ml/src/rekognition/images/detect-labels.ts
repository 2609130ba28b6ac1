import { type AwsInput, each, input, operation, type Operation, task, z } from '@arch/core/builder';
import { rekognition } from '@arch/services/rekognition';
import { DetectLabelsCommand } from '@aws-sdk/client-rekognition';

import { type ImageInput, imageInput, readImage, type RekognitionImage } from '../image-input.js';
import { label, type Label } from './label.js';

export interface DetectLabelsInput extends AwsInput {
  /** A JPEG or PNG image: the path of a file or bytes (at most 5 MB), or an object in S3 (at most 15 MB). */
  readonly image: ImageInput;
  /** Minimum confidence of a label in percent, 0–100. Default that AWS applies: 55. */
  readonly minConfidence?: number | undefined;
  /** Maximum number of labels; those with the highest confidence are returned. Default that AWS applies: 1,000. */
  readonly maxLabels?: number | undefined;
}

/**
 * Detects objects, scenes and activities in an image. AWS bills each image.
 *
 * @example
 * const labels = await detectLabels({ image: 'street.jpg', minConfidence: 80 });
 * console.log(labels.map(({ name, confidence }) => `${name} ${confidence.toFixed(0)} %`));
 * @throws {InvalidInputError} the image is empty or too large.
 * @throws {LocalError} the file cannot be read.
 * @throws {NotFoundError} the object does not exist in S3, or the credentials do not allow reading it.
 * @throws {InvalidRequestError} the image is neither JPEG nor PNG.
 * @see https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectLabels.html
 */
export const detectLabels: Operation<string | DetectLabelsInput, readonly Label[]> = task(() => ({
  name: 'detectLabels',
  key: 'image',
  input: input<DetectLabelsInput>({
    image: imageInput(),
    minConfidence: z.optional(z.number().check(z.gte(0), z.lte(100))),
    maxLabels: z.optional(z.int().check(z.gte(1))),
  }),
  uses: [requestLabels],
  run: async ({ image, ...members }, options) =>
    requestLabels({ ...members, image: await readImage('detectLabels', image) }, options),
}));

type Request = Omit<DetectLabelsInput, 'image'> & { readonly image: RekognitionImage };

const requestLabels: Operation<Request, readonly Label[]> = operation(() => ({
  name: 'detectLabels',
  service: rekognition,
  command: DetectLabelsCommand,
  permissions: ['rekognition:DetectLabels'],
  input: input<Request>({
    image: z.custom<RekognitionImage>(),
    minConfidence: z.optional(z.number()),
    maxLabels: z.optional(z.number()),
  }),
  output: each(label()),
  select: ({ Labels = [] }) => Labels,
}));
