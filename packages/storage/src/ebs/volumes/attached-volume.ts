import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { VolumeAttachment$ } from '@aws-sdk/client-ec2';

import type { VolumeAttachment } from './volume.js';

/** A volume on its way to an instance, or away from it. */
export interface AttachedVolume extends VolumeAttachment, AwsResource {
  readonly volumeId: string;
}

/** Parses the answer about one attachment. */
export const attachedVolume = (): Schema<AttachedVolume> =>
  resource<AttachedVolume>(VolumeAttachment$, {
    volumeId: z.string(),
    instanceId: optionalString(),
    device: optionalString(),
    state: optionalString(),
    attachTime: z.optional(z.date()),
    deleteOnTermination: z.optional(z.boolean()),
  });
