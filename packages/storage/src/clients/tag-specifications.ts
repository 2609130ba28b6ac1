import { type Tags, toTagList } from '@arch/core/builder';
import type { ResourceType } from '@aws-sdk/client-ec2';

/** Tags in the form in which EC2 takes them for what it makes. */
export const toTagSpecifications = (
  tags: Tags | undefined,
  type: ResourceType,
): { ResourceType: ResourceType; Tags: { Key: string; Value: string }[] }[] | undefined =>
  tags && Object.keys(tags).length > 0 ? [{ ResourceType: type, Tags: toTagList(tags) }] : undefined;
