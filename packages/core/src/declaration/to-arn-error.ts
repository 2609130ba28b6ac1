import { InvalidInputError } from '../errors/invalid-input-error.js';

/**
 * Translates the SDK's errors for inputs of S3 that it cannot send: a bucket ARN without an endpoint (of another partition, or with the
 * session's own endpoint), and a checksum algorithm that it cannot compute. Nothing was sent. Returns other errors unchanged.
 */
export const toArnError = (error: unknown, operation: string, wire: object): unknown => {
  if (!(error instanceof Error)) return error;
  const [algorithm] = /^The checksum algorithm.*?(?=, or)/.exec(error.message) ?? [];
  if (algorithm) return new InvalidInputError(`${operation}: ${algorithm}.`, { operation, cause: error });
  const { Bucket: bucket } = wire as { readonly Bucket?: unknown };
  if (typeof bucket !== 'string' || !bucket.startsWith('arn:')) return error;
  if (error.name !== 'EndpointError' && !/ ARN buckets$/.test(error.message)) return error;
  return new InvalidInputError(
    `${operation}: bucket ${JSON.stringify(bucket)} has no endpoint: ${error.message.replace(/\.$/, '')}. ` +
      'Pass the name of the bucket or the alias of the access point.',
    { operation, cause: error },
  );
};
