import type { EndpointParameterInstructions } from '@smithy/types';

/** Where the SDK finds the parameters of an endpoint in the configuration of a client. */
export const endpointInstructions: EndpointParameterInstructions = {
  UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
  Endpoint: { type: 'builtInParams', name: 'endpoint' },
  Region: { type: 'builtInParams', name: 'region' },
  UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
};
