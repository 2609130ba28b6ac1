import type { Readable } from 'node:stream';

import { InvalidInputError } from '../errors/invalid-input-error.js';

/** The function and the input member of a body, for error messages. */
export interface BodyPlace {
  readonly operation: string;
  readonly member: string;
}

/** Throws for a body that cannot be read from its start: an empty or incomplete body would replace the stored object. */
export const checkBody = (body: unknown, { operation, member }: BodyPlace): void => {
  const problem = typeof body === 'object' && body !== null ? problemOf(body as AnyBody) : undefined;
  if (problem === undefined) return;
  throw new InvalidInputError(`${operation}: ${member} ${problem}. Pass a new one for each call.`, { operation });
};

const takenBodies = new WeakSet<object>();

/** Checks a body that the caller of this function reads immediately. Throws the second time, except for bodies that can be read again. */
export const takeBody = (body: object, place: BodyPlace): void => {
  checkBody(body, place);
  if (!isReadOnce(body as AnyBody)) return;
  if (takenBodies.has(body)) {
    const { operation, member } = place;
    throw new InvalidInputError(
      `${operation}: ${member} was already read by another call. Pass a new one for each call.`,
      { operation },
    );
  }
  takenBodies.add(body);
};

/** Members of all kinds of bodies: bytes, streams of Node.js and the web, responses, iterators. */
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

/** Whether a body can be read only once. For an iterator it is unknown whether reading has started. */
const isReadOnce = ({ getReader, pipe, next }: AnyBody): boolean =>
  [getReader, pipe, next].some((method) => typeof method === 'function');

const problemOf = (body: AnyBody): string | undefined => {
  if (body.bodyUsed === true) return 'is a response or request whose body was already read';
  if (typeof body.getReader === 'function') return problemOfWebStream(body);
  if (typeof body.pipe === 'function') return problemOfNodeStream(body);
  const { buffer } = body;
  return buffer instanceof ArrayBuffer && buffer.detached
    ? 'was transferred to another thread and is empty'
    : undefined;
};

const problemOfWebStream = (body: AnyBody): string | undefined => {
  const { isErrored, Readable: Node } = nodeStreams();
  const stream = body as Readable;
  if (isErrored(stream)) return 'is a stream that has failed';
  if (Node.isDisturbed(stream)) return 'is a stream that was already read';
  return body.locked === true ? 'is a stream that is locked by another reader' : undefined;
};

const problemOfNodeStream = (body: AnyBody): string | undefined => {
  if (body.errored) return 'is a stream that has failed';
  if (body.readableEnded === true) return 'is a stream that was already read completely';
  if (body.destroyed === true) return 'is a stream that was destroyed';
  return body.readableDidRead === true ? 'is a stream that was already read in part' : undefined;
};

/** Loaded only if a stream is passed. */
const nodeStreams = () => process.getBuiltinModule('node:stream');
