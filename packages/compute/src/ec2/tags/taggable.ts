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
  'InvalidAMIID.NotFound': notFound('image', 'resourceId', 'Image IDs differ between regions.'),
  'InvalidGroup.NotFound': notFound('security group', 'resourceId'),
  'InvalidInstanceID.NotFound': notFound('instance', 'resourceId'),
  'InvalidKeyPair.NotFound': notFound('key pair', 'resourceId'),
  'InvalidSnapshot.NotFound': notFound('snapshot', 'resourceId'),
  'InvalidSubnetID.NotFound': notFound('subnet', 'resourceId'),
  'InvalidVolume.NotFound': notFound('volume', 'resourceId'),
  TagLimitExceeded: quota(undefined, 'resourceId', 'A resource takes 50 tags: remove some with untagResource.'),
};
