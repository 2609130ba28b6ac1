import {
  type AwsInput,
  input,
  noOutput,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  toTagList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateTagsCommand } from '@aws-sdk/client-ec2';

import { anyResource, resourceId, taggingErrors } from './taggable.js';

export interface TagResourceInput extends AwsInput {
  /** The ID of any EC2 resource, e.g. of an instance, volume or image: `vol-0123456789abcdef0`. */
  readonly resourceId: string;
  /**
   * 1–50 tags. Keys have 1–128 characters and do not begin with `aws:`; values have 0–256 characters. Existing tags with other keys are
   * kept.
   */
  readonly tags: Tags;
}

/**
 * Adds tags to an EC2 resource and overwrites the values of existing tags. Concurrent calls with the same tags are joined into one request
 * for up to 100 resources. A resource can have 50 tags.
 *
 * @example
 * await tagResource({ resourceId: 'vol-0123456789abcdef0', tags: { Name: 'data', team: 'web' } });
 * @throws {NotFoundError} there is no such resource in this region.
 * @throws {QuotaExceededError} the resource would have more than 50 tags.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTags.html
 */
export const tagResource: Operation<TagResourceInput, void, { on: 'resourceId' }> = operation(() => ({
  name: 'tagResource',
  service: ec2,
  command: CreateTagsCommand,
  repeatable: true,
  permissions: [{ action: 'ec2:CreateTags', resources: [anyResource] }],
  key: 'resourceId',
  input: input<TagResourceInput>({
    resourceId: resourceId(),
    tags: tagRecord().check(z.refine((tags) => Object.keys(tags).length > 0, 'at least one tag')),
  }),
  output: noOutput(),
  // The batch sets the resources.
  request: ({ tags }) => ({ Tags: toTagList(tags), Resources: undefined }),
  batch: { limit: 100, ids: 'Resources' },
  errors: taggingErrors,
}));
