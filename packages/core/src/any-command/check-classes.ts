import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { CommandType } from '../declaration/command-type.js';

/** Refuses what is no client class or no command class of a current AWS SDK. `caller` is the function that they were passed to. */
export const checkClasses = (caller: string, Client: unknown, Command: unknown): void => {
  const problem =
    problemOf('first', Client, 'a client class of the AWS SDK, such as KMSClient') ??
    problemOf('second', Command, 'a command class of the AWS SDK, such as CreateKeyCommand') ??
    (hasSchema(Command as CommandType)
      ? undefined
      : `${(Command as CommandType).name} has no runtime schema. Update its @aws-sdk/client-… package: old versions have none`);
  if (problem !== undefined) throw new InvalidInputError(`${caller}: ${problem}.`, { operation: caller });
};

const problemOf = (place: string, value: unknown, what: string): string | undefined => {
  if (typeof value === 'function') return undefined;
  const made = typeof value === 'object' && value !== null ? ', not an object that was made with it' : '';
  return `the ${place} argument must be ${what}${made}`;
};

const known = new WeakSet<CommandType>();

const hasSchema = (Command: CommandType): boolean => {
  if (known.has(Command)) return true;
  const { schema } = new (Command as unknown as new (input: object) => { readonly schema?: unknown })({});
  const isThere = Array.isArray(schema) && schema[0] === 9;
  if (isThere) known.add(Command);
  return isThere;
};
