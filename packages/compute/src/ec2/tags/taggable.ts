import { type ErrorTable, notFound, quota, z } from '@arch/core/builder';

/** Checks the ID of any EC2 resource that can have tags: more than a hundred kinds, each with its own prefix. */
export const resourceId = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?!arn-)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+$/,
        'the ID of an EC2 resource, e.g. vol-0123456789abcdef0, not an ARN or a name',
      ),
      z.maxLength(128),
    );

/** All kinds of EC2 resources, because an ID does not always reveal the kind of its resource. */
export const anyResource = 'arn:aws:ec2:*:*:*/{resourceId}';

/** The meaning of EC2's error codes for one tagged resource. */
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
    remedy: 'A resource can have 50 tags: remove some with untagResource.',
  }),
};
