import type { ValueType } from '../schema/value-type.js';
import { loaded } from '../sdk/lazy.js';
import type { Call } from '../call/call.js';
import type { SdkClient } from '../call/client-type.js';
import { type Replace, sendCommand } from '../call/send-command.js';
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
  /** Whether the output contains the content of the response, which is read with `readBlocks`. */
  readonly readsBlocks?: boolean | undefined;
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
  call.readsBlocks = declaration.readsBlocks === true;
  // The SDK's own middleware reads content from a stream.
  call.readsWhole = declaration.readsWhole === true && session.path !== 'sdk';
  const service = declaration.serviceFor?.(input as never);
  return sendRequest(service ? { ...declaration, service } : declaration, wire, session);
};

const replacements = Symbol('replacements');

/** Sends a request that already has AWS's member names. */
export const sendRequest = async (declaration: Sendable, wire: object, session: SessionInternals): Promise<unknown> => {
  const [{ client, command }, replacing] = await Promise.all([
    prepare(declaration, wire, session),
    declaration.isForeign || session.path === 'sdk' ? undefined : loadReplacements(session),
  ]);
  try {
    return await sendCommand(client, command, replacing?.replacementOf);
  } catch (error) {
    throw toArnError(error, declaration.name, wire);
  }
};

/** Returns the client and the command of a request with AWS's member names. Loads them on first use. */
export const prepare = async (
  { service, command }: Sendable,
  wire: object,
  session: SessionInternals,
): Promise<{ readonly client: SdkClient; readonly command: object }> => {
  const [Client, Command] = await Promise.all([loaded(service.client), loaded(command)]);
  return {
    client: session.sdkClient(Client, service.settings),
    command: new (Command as unknown as new (input: object) => object)(wire),
  };
};

/** Loads the replacements with the first request. Node needs some microseconds for each `import()`, also of a loaded module. */
const loadReplacements = (session: SessionInternals): Promise<{ readonly replacementOf: Replace }> =>
  session.state(replacements, () => import('../call/middleware/replacement-of.js'));
