import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeImagesCommand } from '@aws-sdk/client-ec2';

import { image, type Image, imageId } from './image.js';

export interface DescribeImageInput extends AwsInput {
  /** The ID of the image, e.g. `ami-0123456789abcdef0`. */
  readonly imageId: string;
}

/**
 * Describes one image that the account owns or is allowed to launch, or that is public. Concurrent calls are joined into one request for up
 * to 100 images.
 *
 * @example
 * const { name, architecture } = await describeImage('ami-0123456789abcdef0');
 * @throws {NotFoundError} there is no such image in this region, or it is not shared with this account.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html
 */
export const describeImage: Operation<string | DescribeImageInput, Image> = operation(() => ({
  name: 'describeImage',
  service: ec2,
  command: DescribeImagesCommand,
  permissions: ['ec2:DescribeImages'],
  key: 'imageId',
  input: input<DescribeImageInput>({ imageId: imageId() }),
  output: image(),
  absent: 'not-found',
  // By default, AWS omits deprecated images of other accounts. A caller who knows the ID needs the image.
  request: () => ({ IncludeDeprecated: true }),
  batch: { limit: 100, ids: 'ImageIds', items: ({ Images }) => Images, id: 'ImageId' },
}));
