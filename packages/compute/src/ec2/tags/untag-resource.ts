import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteTagsCommand } from '@aws-sdk/client-ec2';

import { anyResource, resourceId, taggingErrors } from './taggable.js';

export interface UntagResourceInput extends AwsInput {
  /** The ID of any EC2 resource, e.g. of an instance, volume or image: `vol-0123456789abcdef0`. */
  readonly resourceId: string;
  /** The keys of the tags, 1–1,000. The tags are removed whatever their values are. */
  readonly keys: readonly string[];
}

/**
 * Removes tags from an EC2 resource by their keys; missing keys are ignored. Concurrent calls with the same keys are joined into one
 * request for up to 100 resources.
 *
 * @example
 * await untagResource({ resourceId: 'vol-0123456789abcdef0', keys: ['team'] });
 * @throws {NotFoundError} there is no such resource in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html
 */
export const untagResource: Operation<UntagResourceInput, void, { on: 'resourceId' }> = operation(() => ({
  name: 'untagResource',
  service: ec2,
  command: DeleteTagsCommand,
  permissions: [{ action: 'ec2:DeleteTags', resources: [anyResource] }],
  key: 'resourceId',
  // Rejects an empty list, with which AWS removes all tags.
  input: input<UntagResourceInput>({
    resourceId: resourceId(),
    keys: z.array(tagKey()).check(z.minLength(1), z.maxLength(1_000)),
  }),
  output: noOutput(),
  deletes: false,
  // The batch sets the resources.
  request: ({ keys }) => ({ Tags: keys.map((Key) => ({ Key })), Resources: undefined }),
  batch: { limit: 100, ids: 'Resources' },
  errors: taggingErrors,
}));

const tagKey = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^(?!aws:)[^]{1,128}$/i, 'a tag key of 1–128 characters that does not begin with aws:'));
