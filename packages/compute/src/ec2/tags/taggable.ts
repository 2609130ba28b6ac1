import { type ErrorTable, notFound, quota, z } from '@arch/core/builder';

/** The ID of anything in EC2 that takes tags, checked: more than a hundred kinds, each with its own prefix. */
export const resourceId = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?!arn-)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+$/,
        'the ID of an EC2 resource, e.g. vol-0123456789abcdef0, and no ARN or name',
      ),
      z.maxLength(128),
    );

/** Every kind of EC2 resource: what the IDs stand for is not known before AWS sees them. */
export const anyResource = 'arn:aws:ec2:*:*:*/*';

/** What EC2's codes about one tagged resource mean. */
export const taggingErrors: ErrorTable = {
  'InvalidAMIID.NotFound': notFound({
    resource: 'image',
    member: 'resourceId',
    remedy: 'Image IDs differ between regions.',
  }),
  'InvalidGroup.NotFound': notFound({ resource: 'security group', member: 'resourceId' }),
  'InvalidInstanceID.NotFound': notFound({ resource: 'instance', member: 'resourceId' }),
  'InvalidKeyPair.NotFound': notFound({ resource: 'key pair', member: 'resourceId' }),
  'InvalidSnapshot.NotFound': notFound({ resource: 'snapshot', member: 'resourceId' }),
  'InvalidSubnetID.NotFound': notFound({ resource: 'subnet', member: 'resourceId' }),
  'InvalidVolume.NotFound': notFound({ resource: 'volume', member: 'resourceId' }),
  TagLimitExceeded: quota({
    member: 'resourceId',
    remedy: 'A resource takes 50 tags: remove some with untagResource.',
  }),
};
