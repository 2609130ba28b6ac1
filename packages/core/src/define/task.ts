import type { ValueType } from '../schema/value-type.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import { callAndWait } from './call-and-wait.js';
import type { WaitOptions } from '../wait/wait-options.js';
import { type CallOptions, checkCallOptions, type WaitableCallOptions } from '../declaration/call-options.js';
import type { Members, Propagation } from '../declaration/declaration.js';
import { declared, type DeclaredFunction, type PolicyLimits } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import type { Operation, WaitableOperation } from './operation.js';
import type { PermissionSpec } from '../declaration/permission.js';
import { readCallInput } from '../declaration/read-call-input.js';
import { run } from '../call/run.js';
import { secretsOf } from '../declaration/secrets-of.js';
import type { Service } from '../declaration/service.js';
import { Steps, type TaskSteps } from './task-steps.js';

/** A function that makes more than one AWS call. */
export interface TaskDeclaration<Input, Output> {
  readonly name: string;
  /** The input member that a plain string stands for. */
  readonly key?: NoInfer<keyof Members<Input> & string>;
  /** The input member that names the resource's parent. It is also read from a resource that an earlier call returned. */
  readonly parentKey?: NoInfer<keyof Members<Input> & string>;
  readonly input: ValueType<NoInfer<Members<Input>>>;
  /** The functions that it calls; their permissions are added. */
  readonly uses: readonly DeclaredFunction[];
  /** Permissions in addition to those of `uses`. */
  readonly permissions?: readonly PermissionSpec[];
  readonly service?: Service;
  /** Deadline of the whole task in milliseconds. Default: 900,000. */
  readonly timeoutMs?: number;
  /**
   * Runs the task. Pass the options to every call: they contain the session and a signal. An abort and the deadline abort that signal
   * immediately; the caller receives the error when `run` has ended and its steps are undone.
   */
  readonly run: (input: NoInfer<Members<Input>>, options: CallOptions, steps: TaskSteps) => Promise<Output>;
}

/** The part of a task's declaration for `{ wait: true }`. */
export interface WaitingTask<Output, Final> {
  /** Waits for the change that the task has started. */
  readonly wait: (output: Output, options: CallOptions & WaitOptions) => Promise<Final>;
  /** Errors because of an earlier change that is in progress. With `wait`, the task is repeated until that change has ended. */
  readonly busy?: Omit<Propagation, 'patienceMs'>;
}

/** Makes a function from a task. As for one call, its input is checked, it has one deadline, and its permissions are known. */
export function task<Input, Output, Final, Limits extends PolicyLimits = {}>(
  declare: () => TaskDeclaration<Input, Output> & WaitingTask<Output, Final>,
): WaitableOperation<Input, Output, Final, Limits>;
export function task<Input, Output, Limits extends PolicyLimits = {}>(
  declare: () => TaskDeclaration<Input, Output>,
): Operation<Input, Output, Limits>;
export function task(declare: () => AnyTask): Operation<unknown, unknown> {
  const declaration = once(declare);
  const call = async (input: unknown, options: WaitableCallOptions = {}): Promise<unknown> => {
    const { name, wait, busy } = declaration();
    checkCallOptions(name, options, wait ? ['wait'] : []);
    if (!wait || !options.wait) return execute(declaration(), input, options);
    return callAndWait({ name, options, busy, wait }, (own) => execute(declaration(), input, own));
  };
  return declared(call, 'task', declaration);
}

/** A task without its type parameters. */
interface AnyTask {
  readonly name: string;
  readonly key?: string;
  readonly parentKey?: string;
  readonly input: ValueType;
  readonly uses: readonly DeclaredFunction[];
  readonly timeoutMs?: number;
  run(input: unknown, options: CallOptions, steps: TaskSteps): Promise<unknown>;
  wait?(output: unknown, options: CallOptions & WaitOptions): Promise<unknown>;
  readonly busy?: Omit<Propagation, 'patienceMs'>;
}

const execute = async (declaration: AnyTask, input: unknown, options: WaitableCallOptions): Promise<unknown> => {
  const { name, timeoutMs = 900_000 } = declaration;
  const members = readCallInput(declaration, input);
  const session = internalsOf(sessionFor(options));
  const { timeoutMs: _deadline, wait: _wait, ...shared } = options;
  return run({ name, session, options, timeoutMs, cleansUp: true }, async (call) => {
    call.phase = 'running the task';
    call.secrets = () => secretsOf(declaration, members as object);
    const steps = new Steps(name, call, shared);
    try {
      return await declaration.run(members, { ...shared, signal: call.signal }, steps);
    } catch (error) {
      throw await steps.undoAll(error);
    }
  });
};
