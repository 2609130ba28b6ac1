import { Readable } from 'node:stream';

import { joinBatch } from '../batch/join-batch.js';
import type { Outcome } from '../batch/group.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { type FailedCall, translateError } from '../translation/translate-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';
import type { Schema } from '../schema/schema.js';
import type { Call } from '../call/call.js';
import { sessionFor } from '../session/current-session.js';
import { metadataOf, type ResponseMetadata } from '../transport/response-metadata.js';
import { internalsOf, type SessionInternals } from '../session/session-internals.js';
import { callWaiting } from './call-waiting.js';
import type { WaitOptions } from '../wait/wait-options.js';
import type { AnyOperation } from '../declaration/any-operation.js';
import { type CallOptions, checkCallOptions, type WaitableCallOptions } from '../declaration/call-options.js';
import type { CommandType } from '../declaration/command-type.js';
import type { Declaration, WaitingDeclaration } from '../declaration/declaration.js';
import { effectOf } from '../declaration/effect-of.js';
import { askUntil, forgetFresh, freshUntilOf, rememberFresh } from './fresh-ids.js';
import { declared, type DeclaredFunction } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import { readCallInput } from '../declaration/read-call-input.js';
import { run, runJoined } from '../call/run.js';
import { send } from '../declaration/send.js';
import { statementFor } from '../declaration/statement-for.js';

/** A function that makes one AWS call. */
export interface Operation<Input, Output> extends DeclaredFunction {
  (input: Input, options?: CallOptions): Promise<Output>;
}

/** A function that makes one AWS call and can wait until AWS has done what it was told. */
export interface WaitableOperation<Input, Output, Final> extends DeclaredFunction {
  (input: Input, options: CallOptions & { readonly wait: true | WaitOptions }): Promise<Final>;
  (input: Input, options?: CallOptions & { readonly wait?: false | undefined }): Promise<Output>;
}

/** Makes a function from the declaration of one AWS call. Nothing is built until the first call. */
export function operation<Input, Output, Final, Command extends CommandType>(
  declare: () => Declaration<Input, Output, Command> & WaitingDeclaration<Input, Output, Final>,
): WaitableOperation<Input, Output, Final>;
export function operation<Input, Output, Command extends CommandType>(
  declare: () => Declaration<Input, Output, Command>,
): Operation<Input, Output>;
export function operation(declare: () => AnyOperation): Operation<unknown, unknown> {
  const declaration = once(declare);
  const call = (input: unknown, options: WaitableCallOptions = {}): Promise<unknown> => {
    // As an async function would, but for a thousand calls at once each promise counts.
    try {
      const { name, wait } = declaration();
      checkCallOptions(name, options, wait && ['wait']);
      if (!wait || !options.wait) return execute(declaration(), input, options);
      const members = readCallInput(declaration(), input);
      return callWaiting({ name, options, wait: (output, own) => wait(output, own, members) }, (own) =>
        execute(declaration(), input, own),
      );
    } catch (error) {
      return Promise.reject(error);
    }
  };
  return declared(call, 'operation', declaration);
}

const execute = (declaration: AnyOperation, value: unknown, options: CallOptions): Promise<unknown> => {
  const { name, key, creates, deletes, batch, service } = declaration;
  const input = readCallInput(declaration, value);
  const session = internalsOf(sessionFor(options));
  const id = key === undefined ? undefined : input[key];
  const asked = { declaration, input, session, options };
  const it = {
    name,
    session,
    options,
    timeoutMs: session.limits.callMs,
    effect: effectOf(declaration),
  };
  const freshUntil = typeof id === 'string' ? freshUntilOf(session, service, id) : undefined;
  if (batch && freshUntil === undefined) {
    return runJoined(it, (call, resolve, reject) => joinBatch({ ...asked, call }, outcomeOf(asked, resolve, reject)));
  }
  return run(it, async (call) => {
    const ask = (): Promise<unknown> => askOnce({ ...asked, call });
    const output = await (freshUntil === undefined
      ? ask()
      : askUntil(freshUntil, { session, call, id: String(id) }, ask));
    if (creates) rememberFresh(session, service, creates(output));
    if (typeof id === 'string' && deletes) forgetFresh(session, service, id);
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
});

interface Asked {
  readonly declaration: AnyOperation;
  readonly input: Record<string, unknown>;
  readonly session: SessionInternals;
  readonly options: CallOptions;
  readonly call: Call;
}

/** What becomes of an answer: the output for the caller, or the error that says what is wrong with it. */
const outcomeOf = (
  { declaration, input }: Omit<Asked, 'call'>,
  resolve: (output: unknown) => void,
  reject: (error: unknown) => void,
): Outcome => {
  const fail = (error: unknown): void => reject(translateError(error, failedCall(declaration, input)));
  return {
    reject: fail,
    resolve: (answer, metadata) => {
      let output: unknown;
      try {
        output = outputOf(declaration, input, answer, metadata);
      } catch (error) {
        return fail(error);
      }
      resolve(output);
    },
  };
};

const askOnce = (asked: Asked): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const { declaration, input, session, call } = asked;
    const outcome = outcomeOf(asked, resolve, reject);
    if (declaration.batch) return joinBatch(asked, outcome);
    send(declaration, input, session, call)
      .then((answer) => outcome.resolve(selected(declaration, answer, input), metadataOf(answer)))
      .catch(outcome.reject);
  });

/** The output's part of a response. A body that is refused here is not left open. */
const selected = ({ select }: AnyOperation, answer: unknown, input: Record<string, unknown>): unknown => {
  if (!select) return answer;
  try {
    return select(answer, input);
  } catch (error) {
    for (const member of Object.values(answer as object)) if (member instanceof Readable) member.destroy();
    throw error;
  }
};

const outputOf = (
  declaration: AnyOperation,
  input: Record<string, unknown>,
  answer: unknown,
  metadata: ResponseMetadata | undefined,
): unknown => {
  if (answer === undefined || answer === null) throw absentError(declaration, input);
  return parseAnswer(declaration.name, declaration.output, answer, { metadata });
};

/** Reads AWS's answer, or says which member breaks the promise. `place` names an item of a list, e.g. `items[3] on page 1`. */
export const parseAnswer = <Output>(
  name: string,
  schema: Schema<Output>,
  answer: unknown,
  { place, metadata }: { readonly place?: () => string; readonly metadata?: ResponseMetadata | undefined } = {},
): Output => {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const { httpStatusCode: status, requestId } = metadata ?? metadataOf(answer) ?? {};
  const where = place === undefined ? "AWS's answer" : `${place()} of AWS's answer`;
  const problems = result.issues.map(({ message }) => message).join('; ');
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  throw new UnexpectedResponseError(`${name}: ${where} breaks its shape: ${problems}.${request}`, {
    operation: name,
    status,
    requestId,
  });
};

const absentError = ({ name, key, absent }: AnyOperation, input: Record<string, unknown>): Error => {
  const id = key === undefined ? undefined : String(input[key]);
  const message = `${name}: AWS's answer does not hold ${id ?? 'what was asked for'}.`;
  if (absent === 'not-found') return new NotFoundError(message, { operation: name, id });
  return new UnexpectedResponseError(message, { operation: name, id });
};
