import type { PolicyStatement } from '../errors/policy-document.js';
import type { ErrorTable } from './error-table.js';

/** What is known of the call that failed. */
export interface FailedCall {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The input member that names the resource, where one does. */
  readonly key?: string | undefined;
  /** Most specific first. */
  readonly tables: readonly (ErrorTable | undefined)[];
  /** The statement that would allow an action of this call, on the one resource where AWS has named it. */
  readonly statementFor: (action: string | undefined, resource?: string) => PolicyStatement | undefined;
}
