import { checkAwsMembers, input, task, type WaitableOperation } from '@arch/core/builder';
import { CreateEndpointConfigCommand } from '@aws-sdk/client-sagemaker';

import { deleteEndpointConfig, describeEndpointConfig } from '../endpoint-configs/index.js';
import { deleteEndpoint, describeEndpoint, type Endpoint } from '../endpoints/index.js';
import { describeModel } from '../models/index.js';
import { beginDeployment } from './begin-deployment.js';
import { deploymentChecks, deploymentFields, type DeployModelInput } from './deploy-model-input.js';
import { checkUpdatable, findEndpoint } from './find-endpoint.js';
import { finishDeployment } from './finish-deployment.js';
import type { ModelDeployment } from './model-deployment.js';
import { requestEndpointConfig } from './request-endpoint-config.js';
import { requestEndpointUpdate } from './request-endpoint-update.js';
import { requestEndpoint } from './request-endpoint.js';

/**
 * Deploys a model to an endpoint: a new one, or the one that is there, which answers without a pause while SageMaker puts new instances in the
 * place of the old ones. Each deployment has a configuration of its own, to which `aws` adds. With `wait: true` it resolves when the endpoint
 * answers with the new model; the configuration before is then deleted where `deployModel` has made it. A deployment that fails is taken back.
 * AWS bills the instances until `deleteEndpoint`.
 *
 * @example
 * await deployModel({ endpointName: 'churn', modelName: 'churn-7', instanceType: 'ml.m5.large', instanceCount: 2 }, { wait: true });
 * await deployModel({ endpointName: 'rare', modelName: 'rare-1', serverless: { memoryMiB: 2_048, maxConcurrency: 5 } });
 * @throws {NotFoundError} there is no such model in this region.
 * @throws {ConflictError} the endpoint is being updated or deleted, or has failed.
 * @throws {QuotaExceededError} the account may not have so many instances of that type for endpoints.
 * @throws {WaitError} the deployment has failed or was rolled back; the reason is SageMaker's.
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails.html
 */
export const deployModel: WaitableOperation<
  DeployModelInput,
  ModelDeployment,
  Endpoint,
  { on: 'endpointConfigName' | 'endpointName' | 'kmsKeyId' | 'modelName'; with: 'kmsKeyId' | 'tags' }
> = task(() => ({
  name: 'deployModel',
  input: input<DeployModelInput>(deploymentFields()).check(...deploymentChecks()),
  uses: [
    describeModel,
    describeEndpoint,
    requestEndpointConfig,
    describeEndpointConfig,
    requestEndpoint,
    requestEndpointUpdate,
    deleteEndpointConfig,
    deleteEndpoint,
  ],
  run: async (deployment, options, steps) => {
    checkAwsMembers('deployModel', CreateEndpointConfigCommand, deployment.aws);
    await describeModel(deployment.modelName, options);
    const current = await findEndpoint(deployment.endpointName, options);
    if (current) checkUpdatable(current);
    return beginDeployment({ deployment, current, options, steps });
  },
  wait: finishDeployment,
}));
