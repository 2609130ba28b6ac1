import { type AwsResource, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { InstanceTypeOffering$ } from '@aws-sdk/client-ec2';

/** By what places offerings are told apart. */
export const locationTypes = ['region', 'availability-zone', 'availability-zone-id', 'outpost'] as const;
export type LocationType = (typeof locationTypes)[number];

/** An instance type in a place that has it. */
export interface InstanceTypeOffering extends AwsResource {
  /** e.g. `t3.micro`. */
  readonly instanceType: string;
  readonly locationType: Open<LocationType>;
  /** A region, an Availability Zone, its ID, or the ARN of an Outpost, e.g. `eu-west-1a`. */
  readonly location: string;
}

/** Parses one EC2 `InstanceTypeOffering` structure. */
export const instanceTypeOffering = (): Schema<InstanceTypeOffering> =>
  resource<InstanceTypeOffering>(InstanceTypeOffering$, {
    instanceType: z.string(),
    locationType: openEnum(locationTypes),
    location: z.string(),
  });
