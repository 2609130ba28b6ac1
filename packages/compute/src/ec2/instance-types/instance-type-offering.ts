import { type AwsResource, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { InstanceTypeOffering$ } from '@aws-sdk/client-ec2';

/** The kinds of locations by which offerings are listed. */
export const locationTypes = ['region', 'availability-zone', 'availability-zone-id', 'outpost'] as const;
/** The kind of a location. */
export type LocationType = Open<(typeof locationTypes)[number]>;

/** An instance type that AWS offers in a location. */
export interface InstanceTypeOffering extends AwsResource {
  /** The name of the instance type, e.g. `t3.micro`. */
  readonly instanceType: string;
  /** The kind of the location. */
  readonly locationType: Open<LocationType>;
  /**
   * The location, according to its kind: a region, an Availability Zone, e.g. `eu-west-1a`, the ID of an Availability Zone, or the ARN of
   * an Outpost.
   */
  readonly location: string;
}

/** Parses one EC2 `InstanceTypeOffering` structure. */
export const instanceTypeOffering = (): Schema<InstanceTypeOffering> =>
  resource<InstanceTypeOffering>(InstanceTypeOffering$, {
    instanceType: z.string(),
    locationType: openEnum(locationTypes),
    location: z.string(),
  });
