import { notFound, quota, type Service, throttled } from '@arch/core/builder';
import { RekognitionClient } from '@aws-sdk/client-rekognition';

/** Rekognition, as the operations of this package call it. */
export const rekognition: Service = {
  id: 'Rekognition',
  client: RekognitionClient,
  prefix: 'rekognition',
  arns: {},
  errors: {
    LimitExceededException: quota(),
    ProvisionedThroughputExceededException: throttled(),
    ResourceNotFoundException: notFound(),
  },
  documentation: 'https://docs.aws.amazon.com/rekognition/latest/APIReference/API_',
};
