import { type Tags, toTagList } from '@arch/core/builder';
import type { ResourceType, TagSpecification } from '@aws-sdk/client-ec2';

/** EC2's form of tags for resources that a request makes; `undefined` where there are none, because EC2 refuses an empty list. */
export const toTagSpecifications = (
  tags: Tags | undefined,
  ...types: readonly ResourceType[]
): TagSpecification[] | undefined =>
  tags === undefined || Object.keys(tags).length === 0
    ? undefined
    : types.map((ResourceType) => ({ ResourceType, Tags: toTagList(tags) }));
