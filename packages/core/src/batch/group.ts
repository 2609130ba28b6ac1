import type { AnyOperation } from '../operation/any-operation.js';
import type { Call } from '../session/call.js';
import type { SessionInternals } from '../session/session-internals.js';

/** A caller that waits for its item of a joined answer. */
export interface Caller {
  readonly id: string;
  readonly call: Call;
  readonly timeoutMs: number;
  resolve(item: unknown): void;
  reject(error: unknown): void;
}

/** Calls that may go out together: same operation, same options, same members beside the ID. */
export interface Group {
  readonly declaration: AnyOperation;
  readonly session: SessionInternals;
  /** The request without the IDs, in AWS's words. */
  readonly rest: object;
  readonly callers: Caller[];
}
