import { jsonText } from '@arch/core/builder';
import { InvalidInputError } from '@arch/core';

/** What Lambda takes, in bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const mostPayloadBytes: Readonly<Record<'answered' | 'queued', number>> = {
  answered: 6_291_456,
  queued: 1_048_576,
};

/** Writes a payload as JSON into the request's member. Bytes are sent as they are if they contain JSON. */
export const toPayload = (
  operation: string,
  input: { readonly payload?: unknown },
  mostBytes: number,
): { readonly Payload?: string } => {
  if (!('payload' in input)) return {};
  const { payload } = input;
  const text =
    payload instanceof Uint8Array ? textOf(operation, payload) : jsonText(payload, { operation, place: 'payload' });
  const sizeBytes = Buffer.byteLength(text);
  // As text: Node sends it together with the headers, and bytes after them.
  if (sizeBytes <= mostBytes) return { Payload: text };
  const size = (count: number): string => count.toLocaleString('en-US');
  throw new InvalidInputError(
    `${operation}: payload must have at most ${size(mostBytes)} bytes as JSON (got ${size(sizeBytes)}). Put it into S3 and pass its key.`,
    { operation },
  );
};

/** Lambda accepts JSON only. */
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
