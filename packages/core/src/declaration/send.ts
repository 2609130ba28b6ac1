import type { ValueType } from '../schema/value-type.js';
import { loaded } from '../sdk/lazy.js';
import { clientOf } from './client-of.js';
import type { Call } from '../call/call.js';
import type { SdkClient } from '../call/client-type.js';
import type { OwnWay } from '../call/own-way.js';
import { currentCall } from '../call/current-call.js';
import { directFor, sendCommand } from '../call/send-command.js';
import type { LoadLane } from '../transport/lane/load-lane.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { CommandType } from './command-type.js';
import { secretsOf } from './secrets-of.js';
import { withToken } from './with-token.js';
import type { Service } from './service.js';
import { toRequest } from './to-request.js';
import { toArnError } from './to-arn-error.js';

/** The part of a declaration that is needed to send a request. */
export interface Sendable {
  readonly name: string;
  readonly service: Service;
  readonly serviceFor?: ((input: never) => Service) | undefined;
  readonly command: CommandType;
  readonly request?: ((input: never) => unknown) | undefined;
  /** The schema of the input; it marks the secrets. */
  readonly input?: ValueType | undefined;
  /** Loads the transport for the content of the response, which is read with `readBlocks`. */
  readonly readsBlocks?: LoadLane | undefined;
  /** Whether the whole content of the response is read. */
  readonly readsWhole?: boolean | undefined;
  /** Whether the command and its client come from the user. Then the SDK's own middleware sends it, of whatever version it is. */
  readonly isForeign?: boolean | undefined;
}

/** Sends one request within the running call and returns AWS's whole response. */
export const send = (declaration: Sendable, input: object, session: SessionInternals, call: Call): Promise<unknown> => {
  call.phase = 'preparing the request';
  const { input: type, command } = declaration;
  call.secrets = () => (type ? secretsOf({ input: type, command }, input) : []);
  const { wire, token } = withToken(declaration, toRequest(declaration, input));
  call.token = token;
  call.loadLane = declaration.readsBlocks;
  // The SDK's own middleware reads content from a stream.
  call.readsWhole = declaration.readsWhole === true && session.path !== 'sdk';
  const service = declaration.serviceFor?.(input as never);
  return sendRequest(service ? { ...declaration, service } : declaration, wire, session);
};

/** Sends a request that already has AWS's member names. */
export const sendRequest = async (declaration: Sendable, wire: object, session: SessionInternals): Promise<unknown> => {
  try {
    const client = knownClient(declaration, session);
    return await sendWith('then' in client ? await client : client, wire);
  } catch (error) {
    throw toArnError(error, declaration.name, wire);
  }
};

/** The client and the class of commands of an operation, with the replacements of the SDK's middleware. */
interface LoadedClient {
  readonly client: SdkClient;
  readonly Command: new (input: object) => object;
  /** `undefined` if the SDK's own middleware sends the request. */
  readonly own: OwnWay | undefined;
}

const sendWith = async ({ client, Command, own }: LoadedClient, wire: object): Promise<unknown> => {
  const direct = own && directFor(client, Command);
  const call = currentCall();
  const attempted = direct && call && (await own.attemptDirectly(direct, wire, call));
  if (attempted && 'output' in attempted) return attempted.output;
  return sendCommand(client, new Command(wire), own, attempted?.first);
};

const clients = Symbol('clients');

/** The clients of a session that have sent a request, by service and command. */
const loadedClients = (session: SessionInternals, { service }: Sendable): WeakMap<CommandType, LoadedClient> => {
  const all = session.state(clients, () => new WeakMap<object, WeakMap<CommandType, LoadedClient>>());
  let ofService = all.get(service);
  if (!ofService) all.set(service, (ofService = new WeakMap()));
  return ofService;
};

/** A known client needs no promise. */
const knownClient = (declaration: Sendable, session: SessionInternals): LoadedClient | Promise<LoadedClient> =>
  loadedClients(session, declaration).get(declaration.command) ?? loadClient(declaration, session);

const loadClient = async (declaration: Sendable, session: SessionInternals): Promise<LoadedClient> => {
  const { service, command, isForeign } = declaration;
  const [client, Command, own] = await Promise.all([
    clientOf(service, session),
    loaded(command),
    isForeign || session.path === 'sdk' ? undefined : import('../call/own-way.js').then(({ ownWay }) => ownWay),
  ]);
  const made = { client, Command: Command as never, own };
  loadedClients(session, declaration).set(command, made);
  return made;
};

/** Returns the client and the command of a request with AWS's member names. Loads them on first use. */
export const prepare = async (
  declaration: Sendable,
  wire: object,
  session: SessionInternals,
): Promise<{ readonly client: SdkClient; readonly command: object }> => {
  const { client, Command } = await knownClient(declaration, session);
  return { client, command: new Command(wire) };
};
