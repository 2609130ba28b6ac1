import { operation, type Operation, z } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { type DeploymentConfig, UpdateEndpointCommand } from '@aws-sdk/client-sagemaker';

import type { DeployModelInput, TrafficRouting } from './deploy-model-input.js';
import { requestedEndpoint, type RequestedEndpoint } from './request-endpoint.js';

/** The members of a deployment that an update requires. */
export interface RequestEndpointUpdateInput extends Pick<
  DeployModelInput,
  'endpointName' | 'retainAllVariantProperties' | 'rollbackAlarmNames' | 'trafficRouting'
> {
  readonly endpointConfigName: string;
}

/** Updates an endpoint to another configuration. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateEndpoint.html */
export const requestEndpointUpdate: Operation<RequestEndpointUpdateInput, RequestedEndpoint> = operation(() => ({
  service: sageMaker,
  command: UpdateEndpointCommand,
  permissions: [{ action: 'sagemaker:UpdateEndpoint', resources: ['endpoint', 'endpoint-config'] }],
  // `deployModel` has already checked the input.
  input: z.custom<RequestEndpointUpdateInput>(),
  output: requestedEndpoint(),
  request: ({ endpointName, endpointConfigName, ...update }) => ({
    EndpointName: endpointName,
    EndpointConfigName: endpointConfigName,
    DeploymentConfig: toDeploymentConfig(update),
  }),
}));

const toDeploymentConfig = ({
  rollbackAlarmNames,
  trafficRouting,
}: Omit<RequestEndpointUpdateInput, 'endpointName' | 'endpointConfigName'>): DeploymentConfig | undefined => {
  if (!rollbackAlarmNames && !trafficRouting) return undefined;
  return {
    ...(trafficRouting && { BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: toRouting(trafficRouting) } }),
    ...(rollbackAlarmNames && {
      AutoRollbackConfiguration: { Alarms: rollbackAlarmNames.map((AlarmName) => ({ AlarmName })) },
    }),
  };
};

type Routing = NonNullable<DeploymentConfig['BlueGreenUpdatePolicy']>['TrafficRoutingConfiguration'];

const toRouting = ({ type, waitIntervalSeconds, stepPercent }: TrafficRouting): Routing => {
  const size = { Type: 'CAPACITY_PERCENT' as const, Value: stepPercent };
  return {
    Type: type,
    WaitIntervalInSeconds: waitIntervalSeconds,
    ...(type === 'CANARY' && { CanarySize: size }),
    ...(type === 'LINEAR' && { LinearStepSize: size }),
  };
};
