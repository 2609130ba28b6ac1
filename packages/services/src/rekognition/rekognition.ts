import { awsJson, invalidRequest, notFound, quota, type Service, throttled } from '@arch/core/builder';
import { RekognitionClient } from '@aws-sdk/client-rekognition';

/** Rekognition. */
export const rekognition: Service = {
  id: 'Rekognition',
  client: RekognitionClient,
  protocol: awsJson,
  prefix: 'rekognition',
  arns: {},
  errors: {
    ImageTooLargeException: invalidRequest({
      resource: 'image',
      remedy: 'An image can have 5 MB as bytes, 15 MB in S3, and 10,000 pixels per side.',
    }),
    InvalidImageFormatException: invalidRequest({ resource: 'image', remedy: 'Pass a JPEG or a PNG file.' }),
    InvalidS3ObjectException: notFound({
      resource: 'image',
      remedy: 'Check that the image is in a bucket of this region and that the caller has the permission to read it.',
    }),
    LimitExceededException: quota(),
    ProvisionedThroughputExceededException: throttled(),
    ResourceNotFoundException: notFound(),
  },
  documentation: 'https://docs.aws.amazon.com/rekognition/latest/APIReference/API_',
};
