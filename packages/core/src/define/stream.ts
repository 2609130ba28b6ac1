import { AsyncLocalStorage } from 'node:async_hooks';

import { asStepOf } from '../translation/as-step-of.js';
import { DeadlineError } from '../errors/deadline-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { type CallOptions, checkCallOptions } from '../declaration/call-options.js';
import type { Members } from '../declaration/declaration.js';
import { declared, type DeclaredFunction, type PolicyLimits } from '../declaration/info.js';
import { ensureArchError } from '../call/finalize-error.js';
import { once } from '../sdk/once.js';
import type { PermissionSpec } from '../declaration/permission.js';
import { readCallInput } from '../declaration/read-call-input.js';
import type { Service } from '../declaration/service.js';
import type { ValueType } from '../schema/value-type.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';

/** Items from several AWS calls, as they arrive. The first request is sent when the first item is read. */
export interface Stream<Item> extends AsyncIterable<Item> {
  /** All items, or the first `limit` of them. */
  toArray(options?: { readonly limit?: number | undefined }): Promise<Item[]>;
  /** The first item, or `undefined` if there is none. */
  first(): Promise<Item | undefined>;
}

/** A function that returns a stream of items. */
export interface StreamOperation<Input, Item, Limits extends PolicyLimits = {}> extends DeclaredFunction<Limits> {
  (input: Input, options?: CallOptions): Stream<Item>;
}

/** A function that returns items from more than one AWS call. */
export interface StreamDeclaration<Input, Item> {
  readonly name: string;
  /** The input member that a plain string stands for. */
  readonly key?: NoInfer<keyof Members<Input> & string>;
  readonly input: ValueType<NoInfer<Members<Input>>>;
  /** The functions that it calls; their permissions are added. */
  readonly uses: readonly DeclaredFunction[];
  readonly permissions?: readonly PermissionSpec[];
  readonly service?: Service;
  /**
   * Yields the items. Pass the options to every call: they contain the session and a signal that is aborted when the consumer stops. Put
   * cleanup into a `finally` block, without that signal.
   */
  readonly items: (input: NoInfer<Members<Input>>, options: CallOptions) => AsyncIterable<Item>;
}

/** Makes a streaming function from its declaration. */
export const stream = <Input, Item, Limits extends PolicyLimits = {}>(
  declare: () => StreamDeclaration<Input, Item>,
): StreamOperation<Input, Item, Limits> => {
  const declaration = once(declare);
  const open = (input: Input, options: CallOptions = {}): Stream<Item> => {
    // A stream uses the session of the place where it was created, not where it is read.
    const inContext = AsyncLocalStorage.snapshot();
    const begin = (): AsyncGenerator<Item, void, undefined> => inContext(() => itemsOf(declaration(), input, options));
    const toArray: Stream<Item>['toArray'] = async ({ limit } = {}) => {
      checkLimit(declaration().name, limit);
      const all: Item[] = [];
      if (limit === 0) return all;
      for await (const item of begin()) if (all.push(item) === limit) break;
      return all;
    };
    return {
      [Symbol.asyncIterator]: async function* () {
        yield* begin();
      },
      toArray,
      first: async () => (await toArray({ limit: 1 }))[0],
    };
  };
  return declared(open, 'stream', declaration);
};

const checkLimit = (operation: string, limit: number | undefined): void => {
  if (limit === undefined || (Number.isInteger(limit) && limit >= 0)) return;
  throw new InvalidInputError(`${operation}: limit must be a whole number of at least 0 (got ${String(limit)}).`, {
    operation,
  });
};

const itemsOf = <Input, Item>(
  declaration: StreamDeclaration<Input, Item>,
  value: Input,
  options: CallOptions,
): AsyncGenerator<Item, void, undefined> => {
  const { name } = declaration;
  checkCallOptions(name, options);
  const members = readCallInput<Members<Input>>(declaration, value);
  const session = sessionFor(options);
  const { clock } = internalsOf(session);
  const { timeoutMs: limitMs, region: _inSession, profile: _ofSession, ...shared } = options;
  const stop = new AbortController();
  const cancel =
    limitMs === undefined
      ? undefined
      : clock.schedule(limitMs, 'deadline', () => stop.abort(streamDeadline(name, limitMs)));
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const end = (): void => {
    cancel?.();
    stop.abort(new DOMException('The consumer stopped reading the stream', 'AbortError'));
  };
  return guarded(declaration.items(members, { ...shared, session, signal }), { name, signal, end });
};

async function* guarded<Item>(
  items: AsyncIterable<Item>,
  { name, signal, end }: { readonly name: string; readonly signal: AbortSignal; readonly end: () => void },
): AsyncGenerator<Item, void, undefined> {
  try {
    signal.throwIfAborted();
    for await (const item of items) {
      yield item;
      signal.throwIfAborted();
    }
  } catch (error) {
    throw signal.aborted && error === signal.reason ? error : ensureArchError(asStepOf({ name, signal }, error), name);
  } finally {
    end();
  }
}

const streamDeadline = (operation: string, limitMs: number): DeadlineError =>
  new DeadlineError(`${operation}: the stream was not read to its end within ${limitMs} ms. Pass a longer timeoutMs.`, {
    operation,
    limit: 'call',
    limitMs,
    phase: 'reading the stream',
    attempts: 0,
    retryable: true,
  });
