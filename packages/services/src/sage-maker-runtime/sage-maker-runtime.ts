import { conflict, notFound, whenMessage, type Service } from '@arch/core/builder';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';

/** SageMaker's inference endpoints, as the operations of this package call them. */
export const sageMakerRuntime: Service = {
  id: 'SageMaker Runtime',
  client: SageMakerRuntimeClient,
  prefix: 'sagemaker',
  arns: {
    endpoint: 'arn:aws:sagemaker:*:*:endpoint/*',
    'inference-component': 'arn:aws:sagemaker:*:*:inference-component/*',
  },
  errors: {
    ModelNotReadyException: conflict({
      resource: 'endpoint',
      member: 'endpointName',
      remedy: 'Its model is still being loaded: try again.',
    }),
    ValidationError: [
      whenMessage(/endpoint \S+ of account \d+ not found/i, notFound({ resource: 'endpoint', member: 'endpointName' })),
      whenMessage(/variant \S+ not found/i, notFound({ resource: 'variant', member: 'targetVariant' })),
    ],
  },
  documentation: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_',
};
