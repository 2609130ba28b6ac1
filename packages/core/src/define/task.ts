import type { ValueType } from '../schema/value-type.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import { callWaiting } from './call-waiting.js';
import type { WaitOptions } from '../wait/wait-options.js';
import { type CallOptions, checkCallOptions, type WaitableCallOptions } from '../declaration/call-options.js';
import type { Members } from '../declaration/declaration.js';
import { declared, type DeclaredFunction } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import type { Operation, WaitableOperation } from './operation.js';
import type { PermissionSpec } from '../declaration/permission.js';
import { readCallInput } from '../declaration/read-call-input.js';
import { run } from '../call/run.js';
import { secretsOf } from '../declaration/confidential.js';
import type { Service } from '../declaration/service.js';
import { Steps, type TaskSteps } from './task-steps.js';

/** What takes more than one AWS call. */
export interface TaskDeclaration<Input, Output> {
  readonly name: string;
  /** The input member that a plain string stands for. */
  readonly key?: NoInfer<keyof Members<Input> & string>;
  /** The input member that names what the resource is part of: an object that an earlier call returned gives this too. */
  readonly parentKey?: NoInfer<keyof Members<Input> & string>;
  readonly input: ValueType<NoInfer<Members<Input>>>;
  /** What it calls: its permissions are theirs. */
  readonly uses: readonly DeclaredFunction[];
  /** Permissions that it needs beside those of what it uses. */
  readonly permissions?: readonly PermissionSpec[];
  readonly service?: Service;
  /** Milliseconds for all of it. Default 900,000. */
  readonly timeoutMs?: number;
  /**
   * Does it. The options go on to every call: they carry the session and a signal that ends with the task. An abort and the deadline reach
   * `run` at once, by that signal, and the caller when `run` has ended and its steps are undone.
   */
  readonly run: (input: NoInfer<Members<Input>>, options: CallOptions, steps: TaskSteps) => Promise<Output>;
}

/** What `{ wait: true }` adds to a task. */
export interface WaitingTask<Output, Final> {
  /** Waits for what the task has begun. */
  readonly wait: (output: Output, options: CallOptions & WaitOptions) => Promise<Final>;
}

/** Makes a function from a task: its input is checked, it has one deadline, and its permissions are known, as those of one call are. */
export function task<Input, Output, Final>(
  declare: () => TaskDeclaration<Input, Output> & WaitingTask<Output, Final>,
): WaitableOperation<Input, Output, Final>;
export function task<Input, Output>(declare: () => TaskDeclaration<Input, Output>): Operation<Input, Output>;
export function task(declare: () => AnyTask): Operation<unknown, unknown> {
  const declaration = once(declare);
  const call = async (input: unknown, options: WaitableCallOptions = {}): Promise<unknown> => {
    const { name, wait } = declaration();
    checkCallOptions(name, options, wait ? ['wait'] : []);
    if (!wait || !options.wait) return execute(declaration(), input, options);
    return callWaiting({ name, options, wait }, (own) => execute(declaration(), input, own));
  };
  return declared(call, 'task', declaration);
}

/** A task whose types are no longer known. */
interface AnyTask {
  readonly name: string;
  readonly key?: string;
  readonly parentKey?: string;
  readonly input: ValueType;
  readonly uses: readonly DeclaredFunction[];
  readonly timeoutMs?: number;
  run(input: unknown, options: CallOptions, steps: TaskSteps): Promise<unknown>;
  wait?(output: unknown, options: CallOptions & WaitOptions): Promise<unknown>;
}

const execute = async (declaration: AnyTask, input: unknown, options: WaitableCallOptions): Promise<unknown> => {
  const { name, timeoutMs = 900_000 } = declaration;
  const members = readCallInput(declaration, input);
  const session = internalsOf(sessionFor(options));
  const { timeoutMs: _ofTheTask, wait: _no, ...shared } = options;
  return run({ name, session, options, timeoutMs, cleansUp: true }, async (call) => {
    call.phase = 'making its calls';
    call.secrets = () => secretsOf(declaration, members as object);
    const steps = new Steps(name, call, shared);
    try {
      return await declaration.run(members, { ...shared, signal: call.signal }, steps);
    } catch (error) {
      throw await steps.undoAll(error);
    }
  });
};
