import type { AnyOperation } from '../declaration/any-operation.js';
import type { Call } from '../call/call.js';
import type { ResponseMetadata } from '../transport/response-metadata.js';
import type { SessionInternals } from '../session/session-internals.js';

/** Settles a caller's promise. */
export interface Settler {
  /** `metadata` belongs to the response that contains the item. */
  readonly resolve: (item: unknown, metadata?: ResponseMetadata) => void;
  readonly reject: (error: unknown) => void;
}

/** A caller that waits for its item of a joined response. */
export interface Caller extends Settler {
  readonly id: string;
  readonly call: Call;
  readonly timeoutMs: number;
}

/** Calls that can be joined: same operation, same options, same input except for the ID. */
export interface Group {
  readonly declaration: AnyOperation;
  readonly session: SessionInternals;
  /** The request without the IDs, with AWS's member names. */
  readonly rest: object;
  readonly callers: Caller[];
}
