export { createVpc, type CreateVpcInput } from './create-vpc.js';
export { deleteVpc, type DeleteVpcInput } from './delete-vpc.js';
export { describeVpc, type DescribeVpcInput } from './describe-vpc.js';
export { listVpcs, type ListVpcsInput } from './list-vpcs.js';
export type { Vpc } from './vpc.js';
export { waitForVpc, type WaitForVpcInput } from './wait-for-vpc.js';
