import type { Readable } from 'node:stream';

import { InvalidInputError } from '../errors/invalid-input-error.js';

/** Where a body stands in an input. */
export interface BodyPlace {
  readonly operation: string;
  readonly member: string;
}

/** Refuses a body that cannot be read from its beginning: it would go out empty, or without its beginning, and replace what is there. */
export const checkBody = (body: unknown, { operation, member }: BodyPlace): void => {
  const problem = typeof body === 'object' && body !== null ? problemOf(body as AnyBody) : undefined;
  if (problem === undefined) return;
  throw new InvalidInputError(`${operation}: ${member} ${problem}. Pass a new one for each call.`, { operation });
};

const taken = new WeakSet<object>();

/** The same for a body that is read by the caller of this function, now: it cannot be taken twice, unless it can be read again. */
export const takeBody = (body: object, place: BodyPlace): void => {
  checkBody(body, place);
  if (!isReadOnce(body as AnyBody)) return;
  if (taken.has(body)) {
    const { operation, member } = place;
    throw new InvalidInputError(
      `${operation}: ${member} is read by another call, or was. Pass a new one for each call.`,
      { operation },
    );
  }
  taken.add(body);
};

/** What may be known of a body: of bytes, a stream of Node or of the web, a response, or an iterator. */
interface AnyBody {
  readonly buffer?: unknown;
  readonly bodyUsed?: unknown;
  readonly getReader?: unknown;
  readonly locked?: unknown;
  readonly pipe?: unknown;
  readonly next?: unknown;
  readonly errored?: unknown;
  readonly destroyed?: unknown;
  readonly readableEnded?: unknown;
  readonly readableDidRead?: unknown;
}

/** Of a generator nobody can know whether it was begun. */
const isReadOnce = ({ getReader, pipe, next }: AnyBody): boolean =>
  [getReader, pipe, next].some((method) => typeof method === 'function');

const problemOf = (body: AnyBody): string | undefined => {
  if (body.bodyUsed === true) return 'is a response or request whose body was read before';
  if (typeof body.getReader === 'function') return problemOfWebStream(body);
  if (typeof body.pipe === 'function') return problemOfNodeStream(body);
  const { buffer } = body;
  return buffer instanceof ArrayBuffer && buffer.detached ? 'has no memory any more: it was transferred' : undefined;
};

const problemOfWebStream = (body: AnyBody): string | undefined => {
  const { isErrored, Readable: Node } = nodeStreams();
  const stream = body as Readable;
  if (isErrored(stream)) return 'is a stream that has failed';
  if (Node.isDisturbed(stream)) return 'is a stream that was read before';
  return body.locked === true ? 'is a stream that is locked: something else reads it' : undefined;
};

const problemOfNodeStream = (body: AnyBody): string | undefined => {
  if (body.errored) return 'is a stream that has failed';
  if (body.readableEnded === true) return 'is a stream that was read to its end before';
  if (body.destroyed === true) return 'is a stream that was destroyed';
  return body.readableDidRead === true ? 'is a stream that was read in part' : undefined;
};

/** Loaded when a stream is passed. */
const nodeStreams = () => process.getBuiltinModule('node:stream');
