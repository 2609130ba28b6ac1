import { conflict, notFound, restJson, type Service, whenMessage } from '@arch/core/builder';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';

/** SageMaker Runtime, which invokes inference endpoints. */
export const sageMakerRuntime: Service = {
  id: 'SageMaker Runtime',
  client: SageMakerRuntimeClient,
  protocol: restJson,
  prefix: 'sagemaker',
  arns: {
    endpoint: 'arn:aws:sagemaker:*:*:endpoint/{endpointName}',
    'inference-component': 'arn:aws:sagemaker:*:*:inference-component/{inferenceComponentName}',
  },
  errors: {
    ModelNotReadyException: conflict({
      resource: 'endpoint',
      member: 'endpointName',
      remedy: 'The endpoint is still loading its model: call again.',
    }),
    ValidationError: [
      whenMessage(/endpoint \S+ of account \d+ not found/i, notFound({ resource: 'endpoint', member: 'endpointName' })),
      whenMessage(/variant \S+ not found/i, notFound({ resource: 'variant', member: 'targetVariant' })),
    ],
  },
  documentation: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_',
};
