import { InvalidInputError } from '../errors/invalid-input-error.js';
import { type CommandType, schemaOf } from '../declaration/command-type.js';
import type { Service } from '../declaration/service.js';
import type { ValueType } from '../schema/value-type.js';
import type { ClientType } from '../call/client-type.js';
import type { SessionInternals } from '../session/session-internals.js';
import { checkClasses } from './check-classes.js';

/** A command of the SDK with the client that can send it. */
export interface AnyCommand {
  /** AWS's name of the operation, e.g. `CreateKey`. */
  readonly name: string;
  readonly service: Service;
  readonly command: CommandType;
  /** Accepts any value: the input is checked against AWS's schema instead. */
  readonly input: ValueType;
}

/** Reads the classes of a client and a command. `caller` is the function that received them, for its errors. */
export const anyCommand = (caller: string, Client: ClientType<unknown>, Command: CommandType): AnyCommand => {
  checkClasses(caller, Client, Command);
  return { name: schemaOf(Command).name, service: serviceOf(Client), command: Command, input: anything };
};

const anything: ValueType = { _zod: { output: undefined, def: { type: 'unknown' } } };

/** Rejects a command of another service: its request would go to the wrong endpoint. */
export const checkService = ({ name, service, command }: AnyCommand, session: SessionInternals): void => {
  const { serviceId, protocolSettings } = session.sdkClient(service.client).config;
  const { namespace } = schemaOf(command);
  const own = protocolSettings?.defaultNamespace;
  if (own === undefined || own === namespace) return;
  throw new InvalidInputError(
    `${name}: the client of ${serviceId} cannot send this command, which belongs to ${namespace}. ` +
      'Pass the client class from the package of the command.',
    { operation: name },
  );
};

const services = new WeakMap<ClientType<unknown>, Service>();

/** The service of a client class. Only its name is known. */
const serviceOf = (Client: ClientType<unknown>): Service => {
  let service = services.get(Client);
  if (!service) {
    const id = Client.name.replace(/Client$/, '');
    service = { id, client: Client, prefix: '', arns: {}, errors: {}, documentation: '' };
    services.set(Client, service);
  }
  return service;
};
