import { checkRequest } from '../http/check-request.js';
import { requestSchemaOf } from '../declaration/command-type.js';
import { secretsOf } from '../declaration/secrets-of.js';
import { sendRequest } from '../declaration/send.js';
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
  const { wire, token } = withToken({ command }, checkRequest(requestSchemaOf(command), input, names));
  call.token = token && {
    value: token.value,
    passAs: token.passAs === undefined ? undefined : `${tokenMemberOf(command)}: '${token.value}'`,
  };
  return sendRequest({ ...it, isForeign: true }, wire, session);
};
