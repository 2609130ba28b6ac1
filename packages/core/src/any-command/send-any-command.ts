import { checkWire } from '../http/check-wire.js';
import { requestSchemaOf } from '../declaration/command-type.js';
import { secretsOf } from '../declaration/confidential.js';
import { sendWire } from '../declaration/send.js';
import { tokenMemberOf, withToken } from '../declaration/with-token.js';
import type { Call } from '../call/call.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { AnyCommand } from './any-command.js';

/** Sends a request in AWS's words, with an idempotency token where AWS takes one. Returns the SDK's output. */
export const sendAnyCommand = (
  it: AnyCommand,
  input: Readonly<Record<string, unknown>>,
  session: SessionInternals,
  call: Call,
): Promise<unknown> => {
  const { name, command } = it;
  call.phase = 'preparing the request';
  call.secrets = () => secretsOf(it, input);
  const names = { operation: name, nameOf: (awsName: string) => awsName };
  const { wire, token } = withToken({ command }, checkWire(requestSchemaOf(command), input, names));
  call.token = token && {
    value: token.value,
    passAs: token.passAs === undefined ? undefined : `${tokenMemberOf(command)}: '${token.value}'`,
  };
  return sendWire({ ...it, isForeign: true }, wire, session);
};
