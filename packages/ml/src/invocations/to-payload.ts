import { InvalidInputError } from '@arch/core';

import { jsonText } from '../clients/json-text.js';

/** What Lambda takes, in bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const mostPayloadBytes: Readonly<Record<'answered' | 'queued', number>> = {
  answered: 6_291_456,
  queued: 1_048_576,
};

/** Writes a payload as JSON, into the request's member; one that cannot be, or is too large, is an error that says where and what it is. */
export const toPayload = (
  operation: string,
  input: { readonly payload?: unknown },
  mostBytes: number,
): { readonly Payload?: Uint8Array } => {
  if (!('payload' in input)) return {};
  const bytes = Buffer.from(jsonText(operation, input.payload));
  if (bytes.length <= mostBytes) return { Payload: bytes };
  const size = (count: number): string => count.toLocaleString('en-US');
  throw new InvalidInputError(
    `${operation}: payload has ${size(bytes.length)} bytes as JSON; accepted are at most ${size(mostBytes)}. Put it into S3, and pass its key.`,
    { operation },
  );
};
