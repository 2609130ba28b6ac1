export { deleteEndpointConfig, type DeleteEndpointConfigInput } from './delete-endpoint-config.js';
export { describeEndpointConfig, type DescribeEndpointConfigInput } from './describe-endpoint-config.js';
export type { EndpointConfig, EndpointConfigVariant, ServerlessVariant } from './endpoint-config.js';
export {
  type EndpointConfigSummary,
  listEndpointConfigs,
  type ListEndpointConfigsInput,
} from './list-endpoint-configs.js';
