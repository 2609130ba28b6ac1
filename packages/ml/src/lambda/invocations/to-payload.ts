import { jsonText } from '@arch/core/builder';
import { InvalidInputError } from '@arch/core';

/** Lambda's limits in bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const maxPayloadBytes: Readonly<Record<'synchronous' | 'asynchronous', number>> = {
  synchronous: 6_291_456,
  asynchronous: 1_048_576,
};

/** Returns a payload as JSON in the member of the request. Bytes that contain JSON are not changed. */
export const toPayload = (
  operation: string,
  input: { readonly payload?: unknown },
  maxBytes: number,
): { readonly Payload?: string } => {
  if (!('payload' in input)) return {};
  const { payload } = input;
  const text =
    payload instanceof Uint8Array ? textOf(operation, payload) : jsonText(payload, { operation, place: 'payload' });
  const sizeBytes = Buffer.byteLength(text);
  // A string, because Node sends it together with the headers; bytes would be sent separately.
  if (sizeBytes <= maxBytes) return { Payload: text };
  const size = (count: number): string => count.toLocaleString('en-US');
  throw new InvalidInputError(
    `${operation}: payload must have at most ${size(maxBytes)} bytes as JSON (got ${size(sizeBytes)}). Put it into S3 and pass its key.`,
    { operation },
  );
};

/** Returns bytes as text, if they contain JSON. Lambda accepts only JSON. */
const textOf = (operation: string, bytes: Uint8Array): string => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    JSON.parse(text);
    return text;
  } catch {
    throw new InvalidInputError(
      `${operation}: payload must be JSON in UTF-8 if it is bytes (got ${bytes.byteLength} bytes). Encode other bytes as text, e.g. { data: Buffer.from(bytes).toString('base64') }.`,
      { operation },
    );
  }
};
