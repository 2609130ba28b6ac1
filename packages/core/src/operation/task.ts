import type { ZodMiniType } from 'zod/mini';

import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import { type CallOptions, checkCallOptions } from './call-options.js';
import type { Members } from './declaration.js';
import { declared, type DeclaredFunction } from './info.js';
import { once } from './once.js';
import type { Operation } from './operation.js';
import type { PermissionSpec } from './permission.js';
import { readInput } from './read-input.js';
import { run } from './run.js';
import type { Service } from './service.js';

/** What takes more than one AWS call. */
export interface TaskDeclaration<Input, Output> {
  readonly name: string;
  /** The input member that a plain string stands for. */
  readonly key?: NoInfer<keyof Members<Input> & string>;
  readonly input: ZodMiniType<NoInfer<Members<Input>>>;
  /** What it calls: its permissions are theirs. */
  readonly uses: readonly DeclaredFunction[];
  /** Permissions that it needs beside those of what it uses. */
  readonly permissions?: readonly PermissionSpec[];
  readonly service?: Service;
  /** Milliseconds for all of it. Default 900,000. */
  readonly timeoutMs?: number;
  /** Does it. The options go on to every call: they carry the session and a signal that ends with the task. */
  readonly run: (input: Members<Input>, options: CallOptions) => Promise<Output>;
}

/** Makes a function from a task: its input is checked, it has one deadline, and its permissions are known, as those of one call are. */
export const task = <Input, Output>(declare: () => TaskDeclaration<Input, Output>): Operation<Input, Output> => {
  const declaration = once(declare);
  const call = async (input: Input, options: CallOptions = {}): Promise<Output> => {
    const { name, timeoutMs = 900_000, run: work } = declaration();
    checkCallOptions(name, options);
    const members = readInput<Members<Input>>(declaration(), input);
    const session = internalsOf(sessionFor(options));
    const { timeoutMs: _ofTheTask, ...shared } = options;
    return run({ name, session, options, timeoutMs }, ({ signal }) => work(members, { ...shared, signal }));
  };
  return declared(call, 'task', declaration);
};
