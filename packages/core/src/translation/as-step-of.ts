import { ArchError } from '../errors/arch-error.js';
import { isUserError } from '../errors/run-user-function.js';
import { replaceMessage } from '../errors/replace-message.js';
import { stepOf } from './step-of.js';

/** A function that calls other functions. */
export interface Caller {
  readonly name: string;
  /** The user's signal. Its reason is returned unchanged. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Converts an error of an inner call to one of the function that the user called: `describeImage: …` becomes
 * `runInstance: describing the image: …`. Returns a copy: events, and other calls that joined the inner one, refer to the original error.
 */
export const asStepOf = ({ name, signal }: Caller, error: unknown): unknown => {
  if (!(error instanceof ArchError) || error.operation === name || isUserError(error)) return error;
  if (signal?.aborted && error === signal.reason) return error;
  return copyAs(error, name, messageOf(error, name));
};

const messageOf = ({ message, operation }: ArchError, name: string): string => {
  if (message.startsWith(`${name}: `)) return message;
  if (operation === undefined) return `${name}: ${message}`;
  const detail = message.startsWith(`${operation}: `) ? message.slice(operation.length + 2) : message;
  // The plural, e.g. `runInstances` in `runInstance`, is the same step.
  return operation === `${name}s` ? `${name}: ${detail}` : `${name}: ${stepOf(operation)}: ${detail}`;
};

const copyAs = (error: ArchError, operation: string, message: string): Error => {
  // Node.js recognizes only objects made by an Error constructor as errors, and prints others differently.
  const copy = new Error(error.message);
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error) as object);
  const { stack: _printed, ...members } = Object.getOwnPropertyDescriptors(error);
  Object.defineProperties(copy, members);
  Object.defineProperty(copy, 'operation', { value: operation, enumerable: true, writable: true, configurable: true });
  if (error.stack !== undefined) copy.stack = error.stack;
  replaceMessage(copy, message);
  return copy;
};
