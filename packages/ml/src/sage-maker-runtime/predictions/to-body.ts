import { jsonText } from '@arch/core/builder';
import { InvalidInputError } from '@arch/core';

/** What SageMaker takes, in bytes: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html */
const mostBytes = 6_291_456;

/** Whether a MIME type is that of one JSON value. */
export const isJson = (contentType: string): boolean =>
  /^application\/(?:[\w.-]+\+)?json(?:\s*;|$)/i.test(contentType.trim());

/** What a payload is called where the caller does not say. */
export const contentTypeOf = (payload: unknown): string =>
  payload instanceof Uint8Array ? 'application/octet-stream' : 'application/json';

/** Bytes as they are, a text as it is where it is not to be JSON, and everything else as JSON. */
export const toBody = (payload: unknown, contentType: string): Uint8Array => {
  const bytes = bytesOf(payload, contentType);
  if (bytes.byteLength <= mostBytes) return bytes;
  const size = (count: number): string => count.toLocaleString('en-US');
  throw new InvalidInputError(
    `predict: payload must have at most ${size(mostBytes)} bytes as ${contentType} (got ${size(bytes.byteLength)}). Larger payloads require an asynchronous endpoint or a batch transform job.`,
    { operation: 'predict' },
  );
};

const bytesOf = (payload: unknown, contentType: string): Uint8Array => {
  if (payload instanceof Uint8Array) return payload;
  const place = { operation: 'predict', place: 'payload' };
  if (isJson(contentType)) return Buffer.from(jsonText(payload, place));
  // What JSON rejects in a text, UTF-8 cannot encode.
  jsonText(payload, place);
  return Buffer.from(String(payload));
};
