export { createDbSubnetGroup, type CreateDbSubnetGroupInput } from './create-db-subnet-group.js';
export {
  type DbSubnet,
  type DbSubnetGroup,
  type DbSubnetGroupStatus,
  dbSubnetGroupStatuses,
} from './db-subnet-group.js';
export { deleteDbSubnetGroup, type DeleteDbSubnetGroupInput } from './delete-db-subnet-group.js';
export { describeDbSubnetGroup, type DescribeDbSubnetGroupInput } from './describe-db-subnet-group.js';
export { listDbSubnetGroups, type ListDbSubnetGroupsInput } from './list-db-subnet-groups.js';
