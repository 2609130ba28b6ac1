import { type AwsInput, ec2Id, type InputFields, tagRecord, type Tags, text, z } from '@arch/core/builder';

import type { ImageQuery } from '../../image-query.js';
import { type LaunchData, launchDataFields } from '../../launch-data.js';

/** Spot capacity: spare capacity at a lower price, which AWS can reclaim with two minutes' notice. */
export interface SpotMarket {
  /** Always `spot`. */
  readonly type: 'spot';
  /** The maximum price in US dollars per hour, e.g. `0.05`. Default that AWS applies: the on-demand price. */
  readonly maxPrice?: string | undefined;
  /**
   * The action of AWS for the instance when it reclaims the capacity. Default: `terminate`. With `stop` and `hibernate`, the Spot request
   * stays open until you cancel it.
   */
  readonly interruptionBehavior?: 'terminate' | 'stop' | 'hibernate' | undefined;
}

/** The members that `runInstance` and `runInstances` share. */
export interface LaunchInput extends LaunchData, AwsInput {
  /**
   * The image: an ID, e.g. `ami-0123456789abcdef0`, or a query as for `findLatestImage`, e.g. `{ os: 'amazon-linux-2023' }`. Required
   * without a launch template.
   */
  readonly image?: string | ImageQuery | undefined;
  /** The instance type, e.g. `t3.micro`. Required without a launch template. */
  readonly instanceType?: string | undefined;
  /**
   * A launch template: `template` is its ID (`lt-…`) or name, `version` a number, `$Latest` or `$Default` (default). Members of this input
   * override the template; its metadata options apply if `metadataOptions` is omitted.
   */
  readonly launchTemplate?: { readonly template: string; readonly version?: string | undefined } | undefined;
  /** The ID of the subnet. Default that AWS applies: a default subnet of the default VPC. */
  readonly subnetId?: string | undefined;
  /** Whether the instance gets a public IPv4 address, which AWS bills. Default that AWS applies: the setting of the subnet. */
  readonly associatePublicIpAddress?: boolean | undefined;
  /** The Availability Zone, e.g. `eu-west-1a`. Default that AWS applies: the zone of the subnet, or a zone that AWS chooses. */
  readonly availabilityZone?: string | undefined;
  /** Tags of the instances and of their volumes, at most 50. */
  readonly tags?: Tags | undefined;
  /** `spot`, or the options of a Spot request. Default: On-Demand. */
  readonly market?: 'spot' | SpotMarket | undefined;
  /** The effect of a shutdown from within the operating system. Default that AWS applies: `stop`. */
  readonly instanceInitiatedShutdownBehavior?: 'stop' | 'terminate' | undefined;
  /** `true` enables termination protection: the instance cannot be terminated through the API. Default: `false`. */
  readonly disableApiTermination?: boolean | undefined;
  /** `true` enables stop protection: the instance cannot be stopped through the API. Default: `false`. */
  readonly disableApiStop?: boolean | undefined;
  /** Whether the instance has dedicated bandwidth for EBS. Many instance types always have it. Default: `false`. */
  readonly ebsOptimized?: boolean | undefined;
  /** Whether CloudWatch receives metrics every minute (detailed monitoring), which AWS bills. Default: `false`. */
  readonly monitoring?: boolean | undefined;
  /** Whether the instance can hibernate. The root volume must be encrypted and large enough for the memory. Default: `false`. */
  readonly hibernation?: boolean | undefined;
  /**
   * The idempotency token, 1–64 printable ASCII characters: AWS launches only once for the same token. Default: a new token for each call.
   */
  readonly clientToken?: string | undefined;
}

/** Checks the members of {@link LaunchInput}. */
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
  clientToken: z.optional(
    z.string().check(z.regex(/^[\x21-\x7e]{1,64}$/, '1–64 printable ASCII characters without spaces')),
  ),
});

const spotMarket = (): z.ZodMiniType<SpotMarket> =>
  z.strictObject({
    type: z.literal('spot'),
    maxPrice: z.optional(z.string().check(z.regex(/^\d+(\.\d+)?$/, 'a price in US dollars per hour, e.g. 0.05'))),
    interruptionBehavior: z.optional(z.enum(['terminate', 'stop', 'hibernate'])),
  });

/** Checks members together. AWS would reject them only after the requests that find the image. */
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
