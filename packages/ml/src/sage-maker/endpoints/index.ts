export { type DeletedEndpoint, deleteEndpoint, type DeleteEndpointInput } from './delete-endpoint.js';
export { describeEndpoint, type DescribeEndpointInput } from './describe-endpoint.js';
export {
  type Endpoint,
  type EndpointStatus,
  endpointStatuses,
  type EndpointVariant,
  type PendingDeployment,
  type PendingVariant,
} from './endpoint.js';
export { type EndpointSummary, listEndpoints, type ListEndpointsInput } from './list-endpoints.js';
export { type EndpointGoal, endpointGoals, waitForEndpoint, type WaitForEndpointInput } from './wait-for-endpoint.js';
