import type { PolicyStatement } from '../errors/policy-document.js';
import type { ErrorTable } from './error-table.js';

/** A failed call, for its error message. */
export interface FailedCall {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The input member that identifies the resource. */
  readonly key?: string | undefined;
  /** Error tables, the most specific first. */
  readonly tables: readonly (ErrorTable | undefined)[];
  /** The IAM actions that the call may require. */
  readonly actions?: readonly string[];
  /** Returns the policy statement that would allow an action of this call, for `resource` if AWS has named one. */
  readonly statementFor: (action: string | undefined, resource?: string) => PolicyStatement | undefined;
}
