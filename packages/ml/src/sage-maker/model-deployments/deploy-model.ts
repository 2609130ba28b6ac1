import { checkAwsMembers, input, task, type WaitableOperation } from '@arch/core/builder';
import { CreateEndpointConfigCommand } from '@aws-sdk/client-sagemaker';

import { deleteEndpointConfig, describeEndpointConfig } from '../endpoint-configs/index.js';
import { deleteEndpoint, describeEndpoint, type Endpoint } from '../endpoints/index.js';
import { describeModel } from '../models/index.js';
import { startDeployment } from './start-deployment.js';
import { deploymentChecks, deploymentFields, type DeployModelInput } from './deploy-model-input.js';
import { checkUpdatable, findEndpoint } from './find-endpoint.js';
import { finishDeployment } from './finish-deployment.js';
import type { ModelDeployment } from './model-deployment.js';
import { requestEndpointConfig } from './request-endpoint-config.js';
import { requestEndpointUpdate } from './request-endpoint-update.js';
import { requestEndpoint } from './request-endpoint.js';

/**
 * Deploys a model to a new or an existing endpoint. An existing endpoint remains available while SageMaker replaces its instances. Each
 * deployment creates an endpoint configuration; `aws` contains further members of its request. With `wait: true` the call resolves when the
 * endpoint runs the new model; it then deletes the previous configuration if `deployModel` created it, and a failed deployment is undone.
 * AWS bills the instances until you call `deleteEndpoint`.
 *
 * @example
 * await deployModel({ endpointName: 'churn', modelName: 'churn-7', instanceType: 'ml.m5.large', instanceCount: 2 }, { wait: true });
 * await deployModel({ endpointName: 'rare', modelName: 'rare-1', serverless: { memoryMiB: 2_048, maxConcurrency: 5 } });
 * @throws {NotFoundError} there is no such model in this region.
 * @throws {ConflictError} the endpoint is being updated or deleted, or has failed.
 * @throws {QuotaExceededError} the account has reached its quota of endpoint instances of this type.
 * @throws {WaitError} with `wait`: the deployment failed or was rolled back; the error contains SageMaker's reason.
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
    return startDeployment({ deployment, current, options, steps });
  },
  wait: finishDeployment,
}));
