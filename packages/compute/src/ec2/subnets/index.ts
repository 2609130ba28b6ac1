export { createSubnet, type CreateSubnetInput } from './create-subnet.js';
export { deleteSubnet, type DeleteSubnetInput } from './delete-subnet.js';
export { describeSubnet, type DescribeSubnetInput } from './describe-subnet.js';
export { listSubnets, type ListSubnetsInput } from './list-subnets.js';
export type { Subnet } from './subnet.js';
