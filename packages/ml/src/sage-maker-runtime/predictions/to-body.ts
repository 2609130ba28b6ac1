import { jsonText } from '@arch/core/builder';
import { InvalidInputError } from '@arch/core';

/** SageMaker's limit in bytes: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html */
const maxBytes = 6_291_456;

/** Whether a MIME type is the type of one JSON value. */
export const isJson = (contentType: string): boolean =>
  /^application\/(?:[\w.-]+\+)?json(?:\s*;|$)/i.test(contentType.trim());

/** Returns the default content type of a payload. */
export const contentTypeOf = (payload: unknown): string =>
  payload instanceof Uint8Array ? 'application/octet-stream' : 'application/json';

/** Returns the body of a request: bytes, and a string that is not sent as JSON, unchanged; other values as JSON. */
export const toBody = (payload: unknown, contentType: string): Uint8Array => {
  const bytes = bytesOf(payload, contentType);
  if (bytes.byteLength <= maxBytes) return bytes;
  const size = (count: number): string => count.toLocaleString('en-US');
  throw new InvalidInputError(
    `predict: payload must have at most ${size(maxBytes)} bytes as ${contentType} (got ${size(bytes.byteLength)}). Larger payloads require an asynchronous endpoint or a batch transform job.`,
    { operation: 'predict' },
  );
};

const bytesOf = (payload: unknown, contentType: string): Uint8Array => {
  if (payload instanceof Uint8Array) return payload;
  const place = { operation: 'predict', place: 'payload' };
  if (isJson(contentType)) return Buffer.from(jsonText(payload, place));
  // UTF-8 cannot encode the same characters of a string that JSON rejects.
  jsonText(payload, place);
  return Buffer.from(String(payload));
};
