import { joinBatch } from '../batch/join-batch.js';
import type { Settler } from '../batch/group.js';
import { type FailedCall, translateError } from '../translation/translate-error.js';
import type { Call } from '../call/call.js';
import { sessionFor } from '../session/current-session.js';
import { metadataOf } from '../transport/response-metadata.js';
import { internalsOf, type SessionInternals } from '../session/session-internals.js';
import { callAndWait } from './call-and-wait.js';
import { outputOf, selectOutput } from './output-of.js';
import type { WaitOptions } from '../wait/wait-options.js';
import type { AnyOperation } from '../declaration/any-operation.js';
import { type CallOptions, checkCallOptions, type WaitableCallOptions } from '../declaration/call-options.js';
import type { CommandType } from '../declaration/command-type.js';
import type { Declaration, WaitingDeclaration } from '../declaration/declaration.js';
import { effectOf } from '../declaration/effect-of.js';
import { retryNotFound, forgetCreated, unknownUntil, rememberCreated } from './created-ids.js';
import { actionsOf } from '../declaration/permission.js';
import { retryOn } from './retry-while.js';
import { declared, type DeclaredFunction, type PolicyLimits } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import { named, type Unnamed } from '../declaration/named.js';
import { readCallInput } from '../declaration/read-call-input.js';
import { run, runJoined } from '../call/run.js';
import { send } from '../declaration/send.js';
import { statementFor } from '../declaration/statement-for.js';
import { suggestKnown } from '../declaration/suggest-known.js';

/** A function that makes one AWS call. */
export interface Operation<Input, Output, Limits extends PolicyLimits = {}> extends DeclaredFunction<Limits> {
  (input: Input, options?: CallOptions): Promise<Output>;
}

/** A function that makes one AWS call and can wait until AWS has completed the change. */
export interface WaitableOperation<
  Input,
  Output,
  Final,
  Limits extends PolicyLimits = {},
> extends DeclaredFunction<Limits> {
  (input: Input, options: CallOptions & { readonly wait: true | WaitOptions }): Promise<Final>;
  (input: Input, options?: CallOptions & { readonly wait?: false | undefined }): Promise<Output>;
}

/** Makes a function from the declaration of one AWS call. Nothing is built until the first call. */
export function operation<Input, Output, Final, Command extends CommandType, Limits extends PolicyLimits = {}>(
  declare: () => Declaration<Input, Output, Command> & WaitingDeclaration<Input, Output, Final>,
): WaitableOperation<Input, Output, Final, Limits>;
export function operation<Input, Output, Command extends CommandType, Limits extends PolicyLimits = {}>(
  declare: () => Declaration<Input, Output, Command>,
): Operation<Input, Output, Limits>;
export function operation(declare: () => Unnamed<AnyOperation>): Operation<unknown, unknown> {
  const declaration = once(() => named(declare()));
  const call = (input: unknown, options: WaitableCallOptions = {}): Promise<unknown> => {
    // Not an async function: with thousands of concurrent calls, each extra promise counts.
    try {
      const { name, wait, busy } = declaration();
      checkCallOptions(name, options, wait && ['wait']);
      if (!wait || !options.wait) return execute(declaration(), input, options);
      const members = readCallInput(declaration(), input);
      return callAndWait({ name, options, busy, wait: (output, own) => wait(output, own, members) }, (own) =>
        execute(declaration(), input, own),
      );
    } catch (error) {
      return Promise.reject(error);
    }
  };
  return declared(call, 'operation', declaration);
}

const execute = (declaration: AnyOperation, value: unknown, options: CallOptions): Promise<unknown> => {
  const { name, key, creates, deletes, batch, service, propagates } = declaration;
  const input = readCallInput(declaration, value);
  const session = internalsOf(sessionFor(options));
  const id = key === undefined ? undefined : input[key];
  const request = { declaration, input, session, options };
  const callSettings = {
    name,
    session,
    options,
    timeoutMs: session.limits.callMs + (propagates?.patienceMs ?? 0),
    effect: effectOf(declaration),
  };
  const retryUntil = typeof id === 'string' ? unknownUntil(session, service, id) : undefined;
  if (batch && retryUntil === undefined) {
    return runJoined(callSettings, (call, resolve, reject) =>
      joinBatch({ ...request, call }, settlerOf(request, resolve, reject)),
    );
  }
  return run(callSettings, async (call) => {
    const sendFirst = (): Promise<unknown> => sendOnce({ ...request, call });
    const sendRequest = propagates
      ? () => retryOn({ clock: session.clock, signal: call.signal }, propagates, sendFirst)
      : sendFirst;
    const output = await (retryUntil === undefined
      ? sendRequest()
      : retryNotFound(retryUntil, { session, call, id: String(id) }, sendRequest));
    if (creates) rememberCreated(session, service, creates(output));
    // After a deletion, `NotFound` is correct.
    if (typeof id === 'string' && deletes) forgetCreated(session, service, id);
    return output;
  });
};

const failedCall = (
  { name, key, service, errors, permissions }: AnyOperation,
  input: Record<string, unknown>,
): FailedCall => ({
  operation: name,
  input,
  key,
  tables: [errors, service.errors],
  statementFor: statementFor(service, permissions),
  actions: actionsOf(permissions),
});

interface Request {
  readonly declaration: AnyOperation;
  readonly input: Record<string, unknown>;
  readonly session: SessionInternals;
  readonly options: CallOptions;
  readonly call: Call;
}

/** Settles a call: with the output of a response, or with the translated error. */
const settlerOf = (
  { declaration, input }: Omit<Request, 'call'>,
  resolve: (output: unknown) => void,
  reject: (error: unknown) => void,
): Settler => {
  const fail = (error: unknown): void =>
    reject(suggestKnown(translateError(error, failedCall(declaration, input)), declaration.input, input));
  return {
    reject: fail,
    resolve: (response, metadata) => {
      let output: unknown;
      try {
        output = outputOf(declaration, input, response, metadata);
      } catch (error) {
        return fail(error);
      }
      resolve(output);
    },
  };
};

const sendOnce = (request: Request): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const { declaration, input, session, call } = request;
    const settler = settlerOf(request, resolve, reject);
    if (declaration.batch) return joinBatch(request, settler);
    send(declaration, input, session, call)
      .then((response) => settler.resolve(selectOutput(declaration, response, input), metadataOf(response)))
      .catch(settler.reject);
  });
