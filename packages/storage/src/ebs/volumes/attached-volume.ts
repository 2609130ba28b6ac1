import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { VolumeAttachment$ } from '@aws-sdk/client-ec2';

import type { VolumeAttachment } from './volume.js';

/** An attachment of a volume that has just been requested or removed. */
export interface AttachedVolume extends VolumeAttachment, AwsResource {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
}

/** Parses one EC2 `VolumeAttachment` structure with the ID of its volume. */
export const attachedVolume = (): Schema<AttachedVolume> =>
  resource<AttachedVolume>(VolumeAttachment$, {
    volumeId: z.string(),
    instanceId: optionalString(),
    device: optionalString(),
    state: optionalString(),
    attachTime: z.optional(z.date()),
    deleteOnTermination: z.optional(z.boolean()),
  });
