import type { ValueType } from '../schema/value-type.js';
import { loaded } from '../sdk/lazy.js';
import type { Call } from '../call/call.js';
import type { SdkClient } from '../call/client-type.js';
import { sendCommand } from '../call/send-command.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { CommandType } from './command-type.js';
import { secretsOf } from './confidential.js';
import { withToken } from './with-token.js';
import type { Service } from './service.js';
import { toRequest } from './to-request.js';
import { unusableArn } from './unusable-arn.js';

/** What has to be known of an operation to send it. */
export interface Sendable {
  readonly name: string;
  readonly service: Service;
  readonly command: CommandType;
  readonly request?: ((input: never) => unknown) | undefined;
  /** What the input is read by: its secrets are told by it. */
  readonly input?: ValueType | undefined;
}

/** Sends one request and gives AWS's whole answer. The call's deadline, retries and events apply by the running call. */
export const send = (declaration: Sendable, input: object, session: SessionInternals, call: Call): Promise<unknown> => {
  call.phase = 'preparing the request';
  const { input: type, command } = declaration;
  call.secrets = () => (type ? secretsOf({ input: type, command }, input) : []);
  const { wire, token } = withToken(declaration, toRequest(declaration, input));
  call.token = token;
  return sendWire(declaration, wire, session);
};

/** Sends a request that is already in AWS's words. */
export const sendWire = async (declaration: Sendable, wire: object, session: SessionInternals): Promise<unknown> => {
  const { client, command } = await prepare(declaration, wire, session);
  try {
    return await sendCommand(client, command);
  } catch (error) {
    throw unusableArn(error, declaration.name, wire);
  }
};

/** The client and the command of a request in AWS's words, loaded if this is their first use. */
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
