import { NormalizedSchema } from '@smithy/core/schema';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { type CommandType, schemaOf } from '../operation/command-type.js';
import type { Service } from '../operation/service.js';
import type { ClientType, SdkClient } from '../session/client-type.js';
import type { SessionInternals } from '../session/session-internals.js';

/** A command of the SDK with the client that can send it. */
export interface AnyCommand {
  /** AWS's name of the operation, e.g. `CreateKey`. */
  readonly name: string;
  readonly service: Service;
  readonly command: CommandType;
  /** The SDK's runtime schema of the request. */
  readonly requestSchema: NormalizedSchema;
}

/** Reads what a caller passed as the classes of a client and a command. `caller` is the function that they were passed to. */
export const anyCommand = (caller: string, Client: ClientType<unknown>, Command: CommandType): AnyCommand => {
  checkClasses(caller, Client, Command);
  const { name, input } = schemaOf(Command);
  return { name, service: serviceOf(Client), command: Command, requestSchema: NormalizedSchema.of(input as never) };
};

/** Refuses a command of another service: its request would go to the wrong endpoint. */
export const checkService = ({ name, service, command }: AnyCommand, session: SessionInternals): void => {
  const { namespace } = schemaOf(command);
  const sends = namespaceOf(session.sdkClient(service.client));
  if (sends === undefined || sends === namespace) return;
  throw new InvalidInputError(
    `${name}: ${service.client.name} cannot send this command: the client is of ${sends}, the command of ${namespace}. ` +
      'Pass the client class from the package of the command.',
    { operation: name },
  );
};

const namespaceOf = ({ config }: SdkClient): string | undefined => config.protocolSettings?.defaultNamespace;

const checkClasses = (caller: string, Client: unknown, Command: unknown): void => {
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

const services = new WeakMap<ClientType<unknown>, Service>();

/** The service of a client class, of which no more is known than its name. */
const serviceOf = (Client: ClientType<unknown>): Service => {
  let service = services.get(Client);
  if (!service) {
    const id = Client.name.replace(/Client$/, '');
    service = { id, client: Client, prefix: '', arns: {}, errors: {}, documentation: '' };
    services.set(Client, service);
  }
  return service;
};
