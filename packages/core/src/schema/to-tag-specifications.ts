import { type Tags, toTagList } from './tags.js';

/** Converts tags to EC2's `TagSpecifications` for the resources that a request creates; `undefined` if there are none, because EC2 rejects an empty list. */
export const toTagSpecifications = <Type extends string>(
  tags: Tags | undefined,
  ...types: readonly Type[]
): { ResourceType: Type; Tags: { Key: string; Value: string }[] }[] | undefined =>
  tags === undefined || Object.keys(tags).length === 0
    ? undefined
    : types.map((ResourceType) => ({ ResourceType, Tags: toTagList(tags) }));
