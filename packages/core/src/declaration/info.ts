import type { Permission, PermissionSpec } from './permission.js';
import { toPermission } from './permission.js';
import type { Service } from './service.js';

/** The kinds of declared functions. */
export type FunctionKind = 'operation' | 'listing' | 'stream' | 'waiter' | 'task' | 'consumer' | 'command';

/** The part that all declarations share. */
export interface AnyDeclaration {
  readonly name: string;
  readonly service?: Service;
  readonly permissions?: readonly PermissionSpec[];
  readonly uses?: readonly DeclaredFunction[];
}

/** A function made from a declaration. */
export interface DeclaredFunction {
  /** The IAM actions that a call requires. */
  readonly permissions: readonly Permission[];
}

/** The kind and the declaration of a function. */
export interface FunctionInfo<Declaration extends AnyDeclaration = AnyDeclaration> {
  readonly kind: FunctionKind;
  /** Built on first access: importing builds nothing. */
  readonly declaration: Declaration;
}

const key: unique symbol = Symbol.for('@arch/function/1') as never;

/** Attaches a declaration to a function. Documentation, policies, the CLI and the contract tests read it. */
export const declared = <Callable extends object>(
  callable: Callable,
  kind: FunctionKind,
  declare: () => AnyDeclaration,
): Callable & DeclaredFunction => {
  Object.defineProperty(callable, key, {
    value: {
      kind,
      get declaration() {
        return declare();
      },
    } satisfies FunctionInfo,
  });
  Object.defineProperty(callable, 'permissions', { get: () => permissionsOf(declare()), enumerable: true });
  return callable as Callable & DeclaredFunction;
};

/** The kind and the declaration of a function; `undefined` for functions without a declaration. */
export const infoOf = (callable: unknown): FunctionInfo | undefined =>
  typeof callable === 'function' ? (callable as { [key]?: FunctionInfo })[key] : undefined;

const permissionsOf = ({ permissions = [], uses = [] }: AnyDeclaration): readonly Permission[] => [
  ...permissions.map(toPermission),
  ...uses.flatMap((each) => each.permissions),
];
