export {
  type AssociatedRouteTable,
  associateRouteTable,
  type AssociateRouteTableInput,
} from './associate-route-table.js';
export { createRouteTable, type CreateRouteTableInput } from './create-route-table.js';
export { createRoute, type CreateRouteInput } from './create-route.js';
export { deleteRouteTable, type DeleteRouteTableInput } from './delete-route-table.js';
export { describeRouteTable, type DescribeRouteTableInput } from './describe-route-table.js';
export { disassociateRouteTable, type DisassociateRouteTableInput } from './disassociate-route-table.js';
export { listRouteTables, type ListRouteTablesInput } from './list-route-tables.js';
export type { Route, RouteTable, RouteTableAssociation } from './route-table.js';
