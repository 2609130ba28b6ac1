import { InvalidInputError } from '../errors/invalid-input-error.js';

/**
 * What the SDK says of an ARN in the place of a bucket that does not lead to an endpoint: of another partition, or where the session has an
 * endpoint of its own. Nothing was sent. Any other error is returned as it is.
 */
export const unusableArn = (error: unknown, operation: string, wire: object): unknown => {
  const { Bucket: bucket } = wire as { readonly Bucket?: unknown };
  if (typeof bucket !== 'string' || !bucket.startsWith('arn:') || !(error instanceof Error)) return error;
  if (error.name !== 'EndpointError' && !/ ARN buckets$/.test(error.message)) return error;
  return new InvalidInputError(
    `${operation}: bucket is ${JSON.stringify(bucket)}, which cannot be used here: ${error.message.replace(/\.$/, '')}. ` +
      'Pass the name of the bucket, or the alias of the access point.',
    { operation, cause: error },
  );
};
