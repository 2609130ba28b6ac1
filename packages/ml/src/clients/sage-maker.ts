import { conflict, notFound, quota, type Service } from '@arch/core/builder';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';

/** SageMaker, as the operations of this package call it. */
export const sageMaker: Service = {
  id: 'SageMaker',
  client: SageMakerClient,
  prefix: 'sagemaker',
  arns: {
    endpoint: 'arn:aws:sagemaker:*:*:endpoint/*',
    'endpoint-config': 'arn:aws:sagemaker:*:*:endpoint-config/*',
    model: 'arn:aws:sagemaker:*:*:model/*',
    'training-job': 'arn:aws:sagemaker:*:*:training-job/*',
  },
  errors: {
    ConflictException: conflict(),
    ResourceInUse: conflict(),
    ResourceLimitExceeded: quota(),
    ResourceNotFound: notFound(),
  },
  documentation: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_',
};
