import { type FilterInput, listOperation, type ListOperation, text, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeImagesCommand } from '@aws-sdk/client-ec2';

import { architectures } from '../architectures.js';
import { image, type Image, type ImageState, imageStates } from './image.js';

export interface ListImagesInput extends FilterInput {
  /**
   * Owners: `self`, `amazon`, `aws-marketplace` or account IDs; one of several must match. Without owners and filters, AWS lists several
   * hundred thousand images.
   */
  readonly owners?: readonly string[] | undefined;
  /** Accounts with launch permissions: `self`, `all` (public images) or account IDs; one of several must match. */
  readonly executableUsers?: readonly string[] | undefined;
  /** The name of the image, 1–128 characters; `*` and `?` are wildcards. */
  readonly name?: string | undefined;
  /** The processor architecture: `x86_64`, `arm64`, `i386`, `x86_64_mac` or `arm64_mac`. */
  readonly architecture?: string | undefined;
  /** The state of the image, e.g. `available`. */
  readonly state?: ImageState | undefined;
  /** Whether deprecated images of other owners are listed. Default: `false`. */
  readonly includeDeprecated?: boolean | undefined;
}

/**
 * Lists images, up to 1,000 per request, one page ahead of the consumer.
 *
 * @example
 * const own = await listImages({ owners: ['self'], name: 'my-app-*' }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html
 */
export const listImages: ListOperation<ListImagesInput, Image> = listOperation(() =>
  ec2List({
    name: 'listImages',
    command: DescribeImagesCommand,
    input: {
      owners: z.optional(z.array(owner())),
      executableUsers: z.optional(z.array(text(1, 64))),
      name: z.optional(text(1, 128)),
      architecture: z.optional(z.enum(architectures)),
      state: z.optional(z.enum(imageStates)),
      includeDeprecated: z.optional(z.boolean()),
    },
    item: image(),
    items: ({ Images }) => Images,
    filters: ({ name, architecture, state }) => ({ name, architecture, state }),
    pageSize: 1_000,
  }),
);

const owner = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(/^(self|amazon|aws-marketplace|\d{12})$/, 'self, amazon, aws-marketplace or an account ID of 12 digits'),
    );
