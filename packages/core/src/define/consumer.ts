import type { ValueType } from '../schema/value-type.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import { type CallOptions, checkCallOptions } from '../declaration/call-options.js';
import type { Members } from '../declaration/declaration.js';
import { declared, type DeclaredFunction } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import type { Operation } from './operation.js';
import type { PermissionSpec } from '../declaration/permission.js';
import { readInput } from '../declaration/read-input.js';
import { run } from '../call/run.js';
import type { Service } from '../declaration/service.js';

/** What works until it is stopped. */
export interface ConsumerDeclaration<Input, Output> {
  readonly name: string;
  readonly input: ValueType<NoInfer<Members<Input>>>;
  /** What it calls: its permissions are theirs. */
  readonly uses: readonly DeclaredFunction[];
  readonly permissions?: readonly PermissionSpec[];
  readonly service?: Service;
  /**
   * Works until `stop` is aborted, and resolves when it has stopped in good order. The options go on to every call; they carry no signal,
   * because what is under way when it is stopped is to be finished.
   */
  readonly run: (input: NoInfer<Members<Input>>, options: CallOptions, stop: AbortSignal) => Promise<Output>;
}

/**
 * Makes a function that works until it is stopped: an abort is how it ends, so the call then resolves. It has no deadline unless the caller
 * sets one: then it stops in the same order, and rejects.
 */
export const consumer = <Input, Output>(
  declare: () => ConsumerDeclaration<Input, Output>,
): Operation<Input, Output> => {
  const declaration = once(declare);
  const call = async (input: Input, options: CallOptions = {}): Promise<Output> => {
    const { name } = declaration();
    checkCallOptions(name, options);
    const members = readInput<Members<Input>>(declaration(), input);
    const session = internalsOf(sessionFor(options));
    const { signal, timeoutMs: _ofAll, ...shared } = options;
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
