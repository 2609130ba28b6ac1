import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteTagsCommand } from '@aws-sdk/client-ec2';

import { anyResource, resourceId, taggingErrors } from './taggable.js';

export interface UntagResourceInput extends AwsInput {
  /** The ID of an instance, volume, image or anything else in EC2, e.g. `vol-0123456789abcdef0`. */
  readonly resourceId: string;
  /** 1–1,000 keys of tags, whatever their values. */
  readonly keys: readonly string[];
}

/**
 * Takes tags off an EC2 resource by their keys; a key that is not there is no error. Concurrent calls with the same keys become one request
 * for up to 100 resources.
 *
 * @example
 * await untagResource({ resourceId: 'vol-0123456789abcdef0', keys: ['team'] });
 * @throws {NotFoundError} there is no such resource in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html
 */
export const untagResource: Operation<UntagResourceInput, void> = operation(() => ({
  name: 'untagResource',
  service: ec2,
  command: DeleteTagsCommand,
  permissions: [{ action: 'ec2:DeleteTags', resources: [anyResource] }],
  key: 'resourceId',
  // AWS takes no keys for all keys: an empty list is refused.
  input: input<UntagResourceInput>({
    resourceId: resourceId(),
    keys: z.array(tagKey()).check(z.minLength(1), z.maxLength(1_000)),
  }),
  output: noOutput(),
  deletes: false,
  // The batch fills in the resources.
  request: ({ keys }) => ({ Tags: keys.map((Key) => ({ Key })), Resources: undefined }),
  batch: { limit: 100, ids: 'Resources' },
  errors: taggingErrors,
}));

const tagKey = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^(?!aws:)[^]{1,128}$/i, 'a key of 1–128 characters that does not begin with aws:'));
