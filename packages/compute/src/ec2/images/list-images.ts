import {
  type AwsInput,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  tagRecord,
  type Tags,
  text,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeImagesCommand } from '@aws-sdk/client-ec2';

import { image, type Image, type ImageState } from './image.js';

export interface ListImagesInput extends AwsInput {
  /** `self`, `amazon`, `aws-marketplace` or account IDs. Without it and without a filter AWS lists some hundred thousand images. */
  readonly owners?: readonly string[] | undefined;
  /** `self`, `all` or account IDs that may launch the image. */
  readonly executableUsers?: readonly string[] | undefined;
  /** The image's name; `*` and `?` are wildcards. */
  readonly name?: string | undefined;
  /** `x86_64`, `arm64`, `i386`, `x86_64_mac` or `arm64_mac`. */
  readonly architecture?: string | undefined;
  readonly state?: ImageState | undefined;
  /** Tags that an image has to have, all of them. */
  readonly tags?: Tags | undefined;
  /** AWS's further filters by name, e.g. `{ 'root-device-type': 'ebs' }`. */
  readonly filters?: Filters | undefined;
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
export const listImages: ListOperation<ListImagesInput, Image> = listOperation(() => ({
  name: 'listImages',
  service: ec2,
  command: DescribeImagesCommand,
  permissions: ['ec2:DescribeImages'],
  input: input<ListImagesInput>({
    owners: z.optional(z.array(owner())),
    executableUsers: z.optional(z.array(text(1, 64))),
    name: z.optional(text(1, 128)),
    architecture: z.optional(text(1, 32)),
    state: z.optional(text(1, 32)),
    tags: z.optional(tagRecord()),
    filters: filterRecord(),
    includeDeprecated: z.optional(z.boolean()),
  }),
  item: image(),
  request: ({ name, architecture, state, tags, filters }) => ({
    Filters: toFilterList({ name, architecture, state, ...filters }, tags),
  }),
  items: ({ Images }) => Images,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 1_000 } },
}));

const owner = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(/^(self|amazon|aws-marketplace|\d{12})$/, 'self, amazon, aws-marketplace or an account ID of 12 digits'),
    );
