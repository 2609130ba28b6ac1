import { invalidRequest, notFound, quota, type Service, throttled } from '@arch/core/builder';
import { RekognitionClient } from '@aws-sdk/client-rekognition';

/** Rekognition. */
export const rekognition: Service = {
  id: 'Rekognition',
  client: RekognitionClient,
  prefix: 'rekognition',
  arns: {},
  errors: {
    ImageTooLargeException: invalidRequest({
      resource: 'image',
      remedy: 'At most 5 MB as bytes, 15 MB in S3, 10,000 pixels a side.',
    }),
    InvalidImageFormatException: invalidRequest({ resource: 'image', remedy: 'Give a JPEG or a PNG file.' }),
    InvalidS3ObjectException: notFound({
      resource: 'image',
      remedy: 'Is it in a bucket of this region, and may you read it?',
    }),
    LimitExceededException: quota(),
    ProvisionedThroughputExceededException: throttled(),
    ResourceNotFoundException: notFound(),
  },
  documentation: 'https://docs.aws.amazon.com/rekognition/latest/APIReference/API_',
};
