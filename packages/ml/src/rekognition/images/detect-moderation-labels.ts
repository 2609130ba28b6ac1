import { type AwsInput, each, input, operation, type Operation, task, z } from '@arch/core/builder';
import { rekognition } from '@arch/services/rekognition';
import { DetectModerationLabelsCommand } from '@aws-sdk/client-rekognition';

import { type ImageInput, imageInput, readImage, type RekognitionImage } from '../image-input.js';
import { moderationLabel, type ModerationLabel } from './moderation-label.js';

export interface DetectModerationLabelsInput extends AwsInput {
  /** A JPEG or PNG image: the path of a file or bytes (at most 5 MB), or an object in S3 (at most 15 MB). */
  readonly image: ImageInput;
  /** Minimum confidence of a label in percent, 0–100. Default that AWS applies: 50. */
  readonly minConfidence?: number | undefined;
}

/**
 * Detects inappropriate content in an image, e.g. violence, nudity or drugs. The list is empty if there is none. AWS bills each image.
 *
 * @example
 * const labels = await detectModerationLabels({ image: 'upload.jpg', minConfidence: 60 });
 * @throws {InvalidInputError} the image is empty or too large.
 * @throws {LocalError} the file cannot be read.
 * @throws {NotFoundError} the object does not exist in S3, or the credentials do not allow reading it.
 * @throws {InvalidRequestError} the image is neither JPEG nor PNG.
 * @see https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectModerationLabels.html
 */
export const detectModerationLabels: Operation<string | DetectModerationLabelsInput, readonly ModerationLabel[]> = task(
  () => ({
    name: 'detectModerationLabels',
    key: 'image',
    input: input<DetectModerationLabelsInput>({
      image: imageInput(),
      minConfidence: z.optional(z.number().check(z.gte(0), z.lte(100))),
    }),
    uses: [requestModerationLabels],
    run: async ({ image, ...members }, options) =>
      requestModerationLabels({ ...members, image: await readImage('detectModerationLabels', image) }, options),
  }),
);

type Request = Omit<DetectModerationLabelsInput, 'image'> & { readonly image: RekognitionImage };

const requestModerationLabels: Operation<Request, readonly ModerationLabel[]> = operation(() => ({
  name: 'detectModerationLabels',
  service: rekognition,
  command: DetectModerationLabelsCommand,
  // IAM limits the action to custom adapters, which this function does not use.
  permissions: [{ action: 'rekognition:DetectModerationLabels', resources: ['*'] }],
  input: input<Request>({ image: z.custom<RekognitionImage>(), minConfidence: z.optional(z.number()) }),
  output: each(moderationLabel()),
  select: ({ ModerationLabels = [] }) => ModerationLabels,
}));
