import {
  type AwsInput,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeInstanceTypeOfferingsCommand } from '@aws-sdk/client-ec2';

import {
  instanceTypeOffering,
  type InstanceTypeOffering,
  type LocationType,
  locationTypes,
} from './instance-type-offering.js';

export interface ListInstanceTypeOfferingsInput extends AwsInput {
  /** By what places they are told apart. Default that AWS applies: `region`. */
  readonly locationType?: LocationType | undefined;
  /** Names, with `*` and `?` as wildcards, e.g. `c7g.*`; one of several has to match. */
  readonly instanceType?: string | readonly string[] | undefined;
  /** Places of the `locationType`, e.g. `eu-west-1a`; one of several has to match. */
  readonly location?: string | readonly string[] | undefined;
  /** AWS's filters by name. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists which instance types a region, its Availability Zones or its Outposts have, 1,000 in a request, one page ahead of the consumer. Being
 * offered does not mean that there is capacity now.
 *
 * @example
 * const zones = await listInstanceTypeOfferings({ locationType: 'availability-zone', instanceType: 'c7g.large' }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypeOfferings.html
 */
export const listInstanceTypeOfferings: ListOperation<ListInstanceTypeOfferingsInput, InstanceTypeOffering> =
  listOperation(() => ({
    name: 'listInstanceTypeOfferings',
    service: ec2,
    command: DescribeInstanceTypeOfferingsCommand,
    permissions: ['ec2:DescribeInstanceTypeOfferings'],
    input: input<ListInstanceTypeOfferingsInput>({
      locationType: z.optional(z.enum(locationTypes)),
      instanceType: z.optional(z.union([z.string(), z.array(z.string())])),
      location: z.optional(z.union([z.string(), z.array(z.string())])),
      filters: filterRecord(),
    }),
    item: instanceTypeOffering(),
    request: ({ instanceType, location, filters }) => ({
      Filters: toFilterList({ 'instance-type': instanceType, location, ...filters }),
    }),
    items: (response) => response.InstanceTypeOfferings,
    pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 1_000 } },
  }));
