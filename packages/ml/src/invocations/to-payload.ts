import { InvalidInputError } from '@arch/core';

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
  const bytes = Buffer.from(written(operation, input.payload));
  if (bytes.length <= mostBytes) return { Payload: bytes };
  const size = (count: number): string => count.toLocaleString('en-US');
  throw refusal(
    operation,
    `payload has ${size(bytes.length)} bytes as JSON; accepted are at most ${size(mostBytes)}. Put it into S3, and pass its key`,
  );
};

const written = (operation: string, payload: unknown): string => {
  let problem: unknown;
  try {
    const text = JSON.stringify(payload) as string | undefined;
    if (text !== undefined) return text;
  } catch (error) {
    problem = error;
  }
  const found = unwritable(payload, 'payload', []) ?? `payload cannot be written: ${(problem as Error).message}`;
  throw refusal(operation, `${found}; accepted is what JSON can hold`, problem);
};

const refusal = (operation: string, what: string, cause?: unknown): InvalidInputError =>
  new InvalidInputError(`${operation}: ${what}.`, { operation, cause });

/** The first thing in a value that JSON does not have, with its place. */
const unwritable = (value: unknown, place: string, holders: readonly object[]): string | undefined => {
  if (typeof value === 'bigint') return `${place} is ${value}n, a BigInt`;
  if (holders.length === 0 && ['undefined', 'function', 'symbol'].includes(typeof value))
    return `${place} is ${value === undefined ? 'undefined' : `a ${typeof value}`}`;
  if (typeof value !== 'object' || value === null || typeof (value as { toJSON?: unknown }).toJSON === 'function')
    return undefined;
  if (holders.includes(value)) return `${place} is an object that holds itself`;
  for (const [name, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${name}]` : `.${name}`;
    const found = unwritable(inner, place + step, [...holders, value]);
    if (found !== undefined) return found;
  }
  return undefined;
};
