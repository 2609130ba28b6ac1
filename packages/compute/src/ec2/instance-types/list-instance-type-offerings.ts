import { type AwsInput, type Filters, listOperation, type ListOperation, z, oneOrMore } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeInstanceTypeOfferingsCommand } from '@aws-sdk/client-ec2';

import { instanceTypePattern } from './instance-type-pattern.js';
import {
  instanceTypeOffering,
  type InstanceTypeOffering,
  type LocationType,
  locationTypes,
} from './instance-type-offering.js';

export interface ListInstanceTypeOfferingsInput extends AwsInput {
  /** The kind of locations. Default that AWS applies: `region`. */
  readonly locationType?: LocationType | undefined;
  /** Names of instance types, with `*` and `?` as wildcards, e.g. `c7g.*`; one of several must match. */
  readonly instanceType?: string | readonly string[] | undefined;
  /** Locations of the kind `locationType`, e.g. `eu-west-1a`; one of several must match. */
  readonly location?: string | readonly string[] | undefined;
  /** Filters by AWS's names. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists the instance types that a region, its Availability Zones or its Outposts offer, 1,000 per request, one page ahead of the consumer.
 * An offer does not mean that AWS has enough capacity now.
 *
 * @example
 * const zones = await listInstanceTypeOfferings({ locationType: 'availability-zone', instanceType: 'c7g.large' }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypeOfferings.html
 */
export const listInstanceTypeOfferings: ListOperation<ListInstanceTypeOfferingsInput, InstanceTypeOffering> =
  listOperation(() =>
    ec2List({
      name: 'listInstanceTypeOfferings',
      command: DescribeInstanceTypeOfferingsCommand,
      filtersByTags: false,
      input: {
        locationType: z.optional(z.enum(locationTypes)),
        instanceType: z.optional(oneOrMore(instanceTypePattern())),
        location: z.optional(oneOrMore(z.string())),
      },
      item: instanceTypeOffering(),
      items: (response) => response.InstanceTypeOfferings,
      filters: ({ instanceType, location }) => ({ 'instance-type': instanceType, location }),
      pageSize: 1_000,
    }),
  );
