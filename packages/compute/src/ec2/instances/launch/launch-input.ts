import { type AwsInput, ec2Id, type InputFields, tagRecord, type Tags, text, z } from '@arch/core/builder';

import type { ImageQuery } from '../../image-query.js';
import { type LaunchData, launchDataFields } from '../../launch-data.js';

/** Spot capacity: spare, cheaper, and taken back by AWS with two minutes' notice. */
export interface SpotMarket {
  readonly type: 'spot';
  /** The most to pay, in US dollars per hour, e.g. `0.05`. Default: the on-demand price. */
  readonly maxPrice?: string | undefined;
  /** What AWS does when it takes the capacity back. Default `terminate`; the others keep the request open until it is cancelled. */
  readonly interruptionBehavior?: 'terminate' | 'stop' | 'hibernate' | undefined;
}

/** What `runInstance` and `runInstances` have in common. */
export interface LaunchInput extends LaunchData, AwsInput {
  /** The image's ID, or what `findLatestImage` takes: `{ os: 'amazon-linux-2023' }`. Only a launch template makes it optional. */
  readonly image?: string | ImageQuery | undefined;
  /** e.g. `t3.micro`. Only a launch template makes it optional. */
  readonly instanceType?: string | undefined;
  /** A template's ID (`lt-…`) or name; what is said here goes before what it says. */
  readonly launchTemplate?: { readonly template: string; readonly version?: string | undefined } | undefined;
  /** Default: a default subnet of the default VPC. */
  readonly subnetId?: string | undefined;
  /** Whether it gets a public IPv4 address, which is billed. Default: the subnet's setting. */
  readonly associatePublicIpAddress?: boolean | undefined;
  /** e.g. `eu-west-1a`. Default: AWS chooses, or the subnet's. */
  readonly availabilityZone?: string | undefined;
  /** Put on the instances and on their volumes. */
  readonly tags?: Tags | undefined;
  /** `spot`, or how. Default: on demand. */
  readonly market?: 'spot' | SpotMarket | undefined;
  /** What a shutdown from inside does. Default `stop`. */
  readonly instanceInitiatedShutdownBehavior?: 'stop' | 'terminate' | undefined;
  readonly disableApiTermination?: boolean | undefined;
  readonly disableApiStop?: boolean | undefined;
  readonly ebsOptimized?: boolean | undefined;
  /** Detailed monitoring every minute, which is billed. Default `false`. */
  readonly monitoring?: boolean | undefined;
  /** Whether it can hibernate; its root volume has to be encrypted and have room for the memory. */
  readonly hibernation?: boolean | undefined;
  /** Makes the launch idempotent, 1–64 ASCII characters: the same token never launches twice. Default: one of our own for each call. */
  readonly clientToken?: string | undefined;
}

/** The members of {@link LaunchInput}, checked. */
export const launchFields = (): InputFields<LaunchInput> => ({
  ...launchDataFields(),
  launchTemplate: z.optional(z.strictObject({ template: text(3, 128), version: z.optional(z.string()) })),
  subnetId: z.optional(ec2Id('subnet')),
  associatePublicIpAddress: z.optional(z.boolean()),
  availabilityZone: z.optional(text(1, 64)),
  tags: z.optional(tagRecord()),
  market: z.optional(z.union([z.literal('spot'), spotMarket()])),
  instanceInitiatedShutdownBehavior: z.optional(z.enum(['stop', 'terminate'])),
  disableApiTermination: z.optional(z.boolean()),
  disableApiStop: z.optional(z.boolean()),
  ebsOptimized: z.optional(z.boolean()),
  monitoring: z.optional(z.boolean()),
  hibernation: z.optional(z.boolean()),
  clientToken: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{1,64}$/, '1–64 ASCII characters without blanks'))),
});

const spotMarket = (): z.ZodMiniType<SpotMarket> =>
  z.strictObject({
    type: z.literal('spot'),
    maxPrice: z.optional(z.string().check(z.regex(/^\d+(\.\d+)?$/, 'US dollars per hour such as 0.05'))),
    interruptionBehavior: z.optional(z.enum(['terminate', 'stop', 'hibernate'])),
  });

/** What holds between the members: AWS would refuse it only after the image has been looked up. */
export const launchChecks = (): z.Check<LaunchInput>[] => [
  z.refine<LaunchInput>(
    ({ image, launchTemplate }) => Boolean(image ?? launchTemplate),
    'image, or a launchTemplate with an image',
  ),
  z.refine<LaunchInput>(
    ({ instanceType, launchTemplate }) => Boolean(instanceType ?? launchTemplate),
    'instanceType, or a launchTemplate with an instanceType',
  ),
  z.refine<LaunchInput>(({ volumes = [] }) => {
    const names = volumes.map(({ deviceName }) => deviceName);
    return new Set(names).size === names.length;
  }, 'each deviceName in volumes only once'),
];
