import { InvalidInputError } from '../errors/invalid-input-error.js';

/**
 * Translates the SDK's error for a bucket ARN without an endpoint: an ARN of another partition, or a session with its own endpoint. Nothing
 * was sent. Returns other errors unchanged.
 */
export const toArnError = (error: unknown, operation: string, wire: object): unknown => {
  const { Bucket: bucket } = wire as { readonly Bucket?: unknown };
  if (typeof bucket !== 'string' || !bucket.startsWith('arn:') || !(error instanceof Error)) return error;
  if (error.name !== 'EndpointError' && !/ ARN buckets$/.test(error.message)) return error;
  return new InvalidInputError(
    `${operation}: bucket ${JSON.stringify(bucket)} has no endpoint: ${error.message.replace(/\.$/, '')}. ` +
      'Pass the name of the bucket or the alias of the access point.',
    { operation, cause: error },
  );
};
