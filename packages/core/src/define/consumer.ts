import type { ValueType } from '../schema/value-type.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import { type CallOptions, checkCallOptions } from '../declaration/call-options.js';
import type { Members } from '../declaration/declaration.js';
import { declared, type DeclaredFunction, type PolicyLimits } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import type { Operation } from './operation.js';
import type { PermissionSpec } from '../declaration/permission.js';
import { readInput } from '../declaration/read-input.js';
import { run } from '../call/run.js';
import type { Service } from '../declaration/service.js';

/** A function that runs until it is stopped. */
export interface ConsumerDeclaration<Input, Output> {
  readonly name: string;
  readonly input: ValueType<NoInfer<Members<Input>>>;
  /** The functions that it calls; their permissions are added. */
  readonly uses: readonly DeclaredFunction[];
  readonly permissions?: readonly PermissionSpec[];
  readonly service?: Service;
  /**
   * Runs until `stop` is aborted, then finishes the work in progress and resolves. Pass the options to every call. They contain no signal, so
   * that calls in progress can finish.
   */
  readonly run: (input: NoInfer<Members<Input>>, options: CallOptions, stop: AbortSignal) => Promise<Output>;
}

/**
 * Makes a function that runs until it is stopped. After an abort of the caller's signal it finishes its work and resolves. It has no deadline
 * unless the caller passes `timeoutMs`: then it finishes its work and rejects.
 */
export const consumer = <Input, Output, Limits extends PolicyLimits = {}>(
  declare: () => ConsumerDeclaration<Input, Output>,
): Operation<Input, Output, Limits> => {
  const declaration = once(declare);
  const call = async (input: Input, options: CallOptions = {}): Promise<Output> => {
    const { name } = declaration();
    checkCallOptions(name, options);
    const members = readInput<Members<Input>>(declaration(), input);
    const session = internalsOf(sessionFor(options));
    const { signal, timeoutMs: _deadline, ...shared } = options;
    const own = { name, session, options: { ...options, signal: undefined }, timeoutMs: Infinity, cleansUp: true };
    return run(own, async (call) => {
      call.phase = 'consuming';
      const deadline = call.signal;
      const stop = signal ? AbortSignal.any([signal, deadline]) : deadline;
      const output = await declaration().run(members, shared, stop);
      deadline.throwIfAborted();
      return output;
    });
  };
  return declared(call, 'consumer', declaration);
};
