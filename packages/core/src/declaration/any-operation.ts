import type { BatchDeclaration } from './batch-declaration.js';
import type { ErrorTable } from '../translation/error-table.js';
import type { Schema } from '../schema/schema.js';
import type { ValueType } from '../schema/value-type.js';
import type { WaitOptions } from '../wait/wait-options.js';
import type { Propagation } from './declaration.js';
import type { CallOptions } from './call-options.js';
import type { Repeatable } from './effect-of.js';
import type { PermissionSpec } from './permission.js';
import type { Sendable } from './send.js';

/** A declaration without its type parameters. */
export interface AnyOperation extends Sendable {
  readonly permissions: readonly PermissionSpec[];
  readonly key?: string;
  readonly parentKey?: string;
  readonly input: ValueType<Record<string, unknown>>;
  readonly output: Schema<unknown>;
  readonly batch?: BatchDeclaration<unknown>;
  readonly errors?: ErrorTable;
  readonly repeatable?: Repeatable;
  readonly mutates?: false;
  readonly absent?: 'not-found' | 'unexpected';
  readonly deletes?: boolean;
  readonly propagates?: Propagation;
  readonly busy?: Omit<Propagation, 'patienceMs'>;
  select?(response: unknown, input: object): unknown;
  creates?(output: unknown): readonly string[];
  wait?(output: unknown, options: CallOptions & WaitOptions, input: Record<string, unknown>): Promise<unknown>;
}
