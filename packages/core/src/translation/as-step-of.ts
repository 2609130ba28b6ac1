import { ArchError } from '../errors/arch-error.js';
import { isUserError } from '../errors/run-user-function.js';
import { replaceMessage } from '../errors/replace-message.js';
import { stepOf } from './step-of.js';

/** A function that calls others. */
export interface Caller {
  readonly name: string;
  /** Its reason is the caller's, and passes unchanged. */
  readonly signal: AbortSignal | undefined;
}

/**
 * An error of an inner call as one of the function that the user has called: `describeImage: …` becomes
 * `runInstance: describing the image: …`. It is a copy: events, and other calls that have joined the inner one, have the error as it was.
 */
export const asStepOf = ({ name, signal }: Caller, error: unknown): unknown => {
  if (!(error instanceof ArchError) || error.operation === name || isUserError(error)) return error;
  if (signal?.aborted && error === signal.reason) return error;
  return copyAs(error, name, messageOf(error, name));
};

const messageOf = ({ message, operation }: ArchError, name: string): string => {
  if (message.startsWith(`${name}: `)) return message;
  if (operation === undefined) return `${name}: ${message}`;
  const said = message.startsWith(`${operation}: `) ? message.slice(operation.length + 2) : message;
  // What AWS takes many of is the same step by another number.
  return operation === `${name}s` ? `${name}: ${said}` : `${name}: ${stepOf(operation)}: ${said}`;
};

const copyAs = (error: ArchError, operation: string, message: string): Error => {
  // An error of its own: what only has the same prototype is none to Node, and prints differently.
  const copy = new Error(error.message);
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error) as object);
  const { stack: _printed, ...members } = Object.getOwnPropertyDescriptors(error);
  Object.defineProperties(copy, members);
  Object.defineProperty(copy, 'operation', { value: operation, enumerable: true, writable: true, configurable: true });
  if (error.stack !== undefined) copy.stack = error.stack;
  replaceMessage(copy, message);
  return copy;
};
