import type { AnyOperation } from '../declaration/any-operation.js';
import type { Call } from '../call/call.js';
import type { ResponseMetadata } from '../transport/response-metadata.js';
import type { SessionInternals } from '../session/session-internals.js';

/** What becomes of a caller. */
export interface Outcome {
  /** `metadata`: of the response that the item comes from. */
  readonly resolve: (item: unknown, metadata?: ResponseMetadata) => void;
  readonly reject: (error: unknown) => void;
}

/** A caller that waits for its item of a joined answer. */
export interface Caller extends Outcome {
  readonly id: string;
  readonly call: Call;
  readonly timeoutMs: number;
}

/** Calls that may go out together: same operation, same options, same members beside the ID. */
export interface Group {
  readonly declaration: AnyOperation;
  readonly session: SessionInternals;
  /** The request without the IDs, in AWS's words. */
  readonly rest: object;
  readonly callers: Caller[];
}
