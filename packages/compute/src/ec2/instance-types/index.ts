export { describeInstanceType, type DescribeInstanceTypeInput } from './describe-instance-type.js';
export { type InstanceType } from './instance-type.js';
export type { InstanceStoreDisk, InstanceTypeGpu } from './instance-type-hardware.js';
export { type InstanceTypeOffering, locationTypes, type LocationType } from './instance-type-offering.js';
export { listInstanceTypeOfferings, type ListInstanceTypeOfferingsInput } from './list-instance-type-offerings.js';
export { listInstanceTypes, type ListInstanceTypesInput } from './list-instance-types.js';
