import { type FilterInput, listOperation, type ListOperation, text, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeImagesCommand } from '@aws-sdk/client-ec2';

import { image, type Image, type ImageState } from './image.js';

export interface ListImagesInput extends FilterInput {
  /** `self`, `amazon`, `aws-marketplace` or account IDs. Without it and without a filter AWS lists some hundred thousand images. */
  readonly owners?: readonly string[] | undefined;
  /** `self`, `all` or account IDs that may launch the image. */
  readonly executableUsers?: readonly string[] | undefined;
  /** The image's name; `*` and `?` are wildcards. */
  readonly name?: string | undefined;
  /** `x86_64`, `arm64`, `i386`, `x86_64_mac` or `arm64_mac`. */
  readonly architecture?: string | undefined;
  readonly state?: ImageState | undefined;
  /** Whether to list deprecated images of other owners too. Default `false`. */
  readonly includeDeprecated?: boolean | undefined;
}

/**
 * Lists images, up to 1,000 in a request, one page ahead of the consumer.
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
      architecture: z.optional(text(1, 32)),
      state: z.optional(text(1, 32)),
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
