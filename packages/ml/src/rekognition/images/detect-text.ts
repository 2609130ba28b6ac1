import { type AwsInput, each, input, operation, type Operation, task, z } from '@arch/core/builder';
import { rekognition } from '@arch/services/rekognition';
import { DetectTextCommand } from '@aws-sdk/client-rekognition';

import { type ImageInput, imageInput, readImage, type RekognitionImage } from '../image-input.js';
import { detectedText, type DetectedText } from './detected-text.js';

export interface DetectTextInput extends AwsInput {
  /** A JPEG or PNG image: the path of a file or bytes (at most 5 MB), or an object in S3 (at most 15 MB). */
  readonly image: ImageInput;
  /** Minimum confidence of a word in percent, 0–100. Default that AWS applies: 80. */
  readonly minConfidence?: number | undefined;
}

/**
 * Detects the text in an image, up to 100 words. The result contains the lines and also the words. AWS bills each image.
 *
 * @example
 * const lines = (await detectText('sign.jpg')).filter(({ type }) => type === 'LINE');
 * @throws {InvalidInputError} the image is empty or too large.
 * @throws {LocalError} the file cannot be read.
 * @throws {NotFoundError} the object does not exist in S3, or the credentials do not allow reading it.
 * @throws {InvalidRequestError} the image is neither JPEG nor PNG.
 * @see https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectText.html
 */
export const detectText: Operation<string | DetectTextInput, readonly DetectedText[]> = task(() => ({
  name: 'detectText',
  key: 'image',
  input: input<DetectTextInput>({
    image: imageInput(),
    minConfidence: z.optional(z.number().check(z.gte(0), z.lte(100))),
  }),
  uses: [requestText],
  run: async ({ image, ...members }, options) =>
    requestText({ ...members, image: await readImage('detectText', image) }, options),
}));

type Request = Omit<DetectTextInput, 'image'> & { readonly image: RekognitionImage };

const requestText: Operation<Request, readonly DetectedText[]> = operation(() => ({
  name: 'detectText',
  service: rekognition,
  command: DetectTextCommand,
  permissions: ['rekognition:DetectText'],
  input: input<Request>({ image: z.custom<RekognitionImage>(), minConfidence: z.optional(z.number()) }),
  output: each(detectedText()),
  request: ({ image, minConfidence }) => ({
    Image: image,
    ...(minConfidence !== undefined && { Filters: { WordFilter: { MinConfidence: minConfidence } } }),
  }),
  select: ({ TextDetections = [] }) => TextDetections,
}));
