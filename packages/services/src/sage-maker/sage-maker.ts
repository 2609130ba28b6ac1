import { alreadyExists, awsJson, conflict, notFound, quota, type Service, whenMessage } from '@arch/core/builder';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';

/** SageMaker. */
export const sageMaker: Service = {
  id: 'SageMaker',
  client: SageMakerClient,
  protocol: awsJson,
  prefix: 'sagemaker',
  arns: {
    endpoint: 'arn:aws:sagemaker:*:*:endpoint/{endpointName}',
    'endpoint-config': 'arn:aws:sagemaker:*:*:endpoint-config/{endpointConfigName}',
    model: 'arn:aws:sagemaker:*:*:model/{modelName}',
    'training-job': 'arn:aws:sagemaker:*:*:training-job/{trainingJobName}',
  },
  errors: {
    ConflictException: conflict(),
    ResourceInUse: conflict(),
    ResourceLimitExceeded: quota(),
    ResourceNotFound: notFound(),
    // SageMaker has exceptions for these situations, but returns ValidationException. Only the message distinguishes them.
    ValidationException: [
      whenMessage(/could not find model/i, notFound({ resource: 'model', member: 'modelName' })),
      whenMessage(
        /could not find endpoint[ _-]config/i,
        notFound({ resource: 'endpoint configuration', member: 'endpointConfigName' }),
      ),
      whenMessage(/could not find endpoint/i, notFound({ resource: 'endpoint', member: 'endpointName' })),
      whenMessage(
        /could not find training job|requested resource not found/i,
        notFound({
          resource: 'training job',
          member: 'trainingJobName',
          remedy: 'A training job exists in one region only.',
        }),
      ),
      whenMessage(/already existing model/i, alreadyExists({ resource: 'model', member: 'modelName' })),
      whenMessage(
        /already existing endpoint config/i,
        alreadyExists({ resource: 'endpoint configuration', member: 'endpointConfigName' }),
      ),
      whenMessage(/already existing endpoint/i, alreadyExists({ resource: 'endpoint', member: 'endpointName' })),
      whenMessage(
        /in-progress endpoint/i,
        conflict({ resource: 'endpoint', member: 'endpointName', remedy: 'Wait until the endpoint is in service.' }),
      ),
      whenMessage(/\bjob is in status/i, conflict({ resource: 'training job', member: 'trainingJobName' })),
    ],
  },
  documentation: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_',
};
