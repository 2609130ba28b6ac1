import { type Tags, toTagList } from './tags.js';

/** EC2's form of tags for resources that a request makes; `undefined` where there are none, because EC2 refuses an empty list. */
export const toTagSpecifications = <Type extends string>(
  tags: Tags | undefined,
  ...types: readonly Type[]
): { ResourceType: Type; Tags: { Key: string; Value: string }[] }[] | undefined =>
  tags === undefined || Object.keys(tags).length === 0
    ? undefined
    : types.map((ResourceType) => ({ ResourceType, Tags: toTagList(tags) }));
