/** A middleware of the SDK that calls of this library run unchanged. */
export interface SdkMiddleware {
  readonly name: string;
  /** The operations with their service. `*`: all operations of the service. */
  readonly operations: readonly string[];
  readonly reason: string;
}

/**
 * All middleware of the SDK that run unchanged. A test of each layer fails if one of its operations has another one: a new version of the SDK may
 * bring it. The page on the cost of a call prints this list.
 */
export const sdkMiddleware: readonly SdkMiddleware[] = [
  {
    name: 'flexibleChecksumsMiddleware',
    operations: ['S3:*'],
    reason: 'Computes the checksum of the content with five algorithms, and of a stream while it is sent.',
  },
  {
    name: 's3ExpiresMiddleware',
    operations: ['S3:GetObject', 'S3:HeadObject'],
    reason: 'Changes the response. It reads one header.',
  },
  {
    name: 'sendMessageMiddleware',
    operations: ['SQS:SendMessage'],
    reason: 'Compares the MD5 in the response, after the retries.',
  },
  {
    name: 'sendMessageBatchMiddleware',
    operations: ['SQS:SendMessageBatch'],
    reason: 'Compares the MD5 in the response, after the retries.',
  },
  {
    name: 'receiveMessageMiddleware',
    operations: ['SQS:ReceiveMessage'],
    reason: 'Compares the MD5 in the response, after the retries.',
  },
];

/** An operation whose requests are never sent directly. */
export interface IndirectOperation {
  /** The operation with its service. */
  readonly operation: string;
  readonly reason: string;
}

/** All operations whose requests are never sent directly. The page on the cost of a call prints this list. */
export const indirectOperations: readonly IndirectOperation[] = [
  { operation: 'S3:CreateBucket', reason: 'The SDK adds the region of the bucket to the input.' },
  { operation: 'EC2:CopySnapshot', reason: 'The SDK signs a second request, to the region of the source.' },
];
