import { operation, type Operation, resource, toTagList, z } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import {
  CreateEndpointConfigCommand,
  DescribeEndpointConfigOutput$,
  type ProductionVariant,
} from '@aws-sdk/client-sagemaker';

import { grantKey } from '../sage-maker-fields.js';
import type { DeployModelInput } from './deploy-model-input.js';

/** A deployment with the name of its configuration. */
export interface RequestEndpointConfigInput extends DeployModelInput {
  readonly endpointConfigName: string;
}

/** An endpoint configuration that was created. */
export interface CreatedEndpointConfig {
  readonly endpointConfigName: string;
}

/** Creates the configuration of a deployment. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html */
export const requestEndpointConfig: Operation<RequestEndpointConfigInput, CreatedEndpointConfig> = operation(() => ({
  service: sageMaker,
  command: CreateEndpointConfigCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'sagemaker:CreateEndpointConfig', resources: ['endpoint-config'] },
    { action: 'sagemaker:AddTags', resources: ['endpoint-config', 'endpoint'], with: 'tags' },
    grantKey('kmsKeyId'),
  ],
  // `deployModel` has already checked the input.
  input: z.custom<RequestEndpointConfigInput>(),
  output: resource<CreatedEndpointConfig>(DescribeEndpointConfigOutput$, { endpointConfigName: z.string() }),
  request: (deployment) => ({
    EndpointConfigName: deployment.endpointConfigName,
    ProductionVariants: [toVariant(deployment)],
    Tags: deployment.tags && toTagList(deployment.tags),
  }),
  select: ({ EndpointConfigArn }, { endpointConfigName }) =>
    EndpointConfigArn === undefined ? undefined : { EndpointConfigName: endpointConfigName },
  creates: ({ endpointConfigName }) => [endpointConfigName],
}));

const toVariant = (deployment: DeployModelInput): ProductionVariant => {
  const { modelName, variantName = 'AllTraffic', instanceType, instanceCount = 1, serverless } = deployment;
  return {
    VariantName: variantName,
    ModelName: modelName,
    ...(serverless
      ? {
          ServerlessConfig: {
            MemorySizeInMB: serverless.memoryMiB,
            MaxConcurrency: serverless.maxConcurrency,
            ProvisionedConcurrency: serverless.provisionedConcurrency,
          },
        }
      : { InstanceType: instanceType as never, InitialInstanceCount: instanceCount, InitialVariantWeight: 1 }),
    VolumeSizeInGB: deployment.volumeSizeGiB,
    ContainerStartupHealthCheckTimeoutInSeconds: deployment.containerStartupHealthCheckTimeoutSeconds,
    ModelDataDownloadTimeoutInSeconds: deployment.modelDataDownloadTimeoutSeconds,
  };
};
