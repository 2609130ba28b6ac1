import type { Permission, PermissionSpec } from './permission.js';
import { toPermission } from './permission.js';
import type { Service } from './service.js';

/** The kinds of functions that packages export. */
export type FunctionKind = 'operation' | 'listing' | 'stream' | 'waiter' | 'task' | 'consumer' | 'command';

/** What any declaration has. */
export interface AnyDeclaration {
  readonly name: string;
  readonly service?: Service;
  readonly permissions?: readonly PermissionSpec[];
  readonly uses?: readonly DeclaredFunction[];
}

/** A function that was made from a declaration. */
export interface DeclaredFunction {
  /** The IAM actions that a call needs. */
  readonly permissions: readonly Permission[];
}

/** What a function was made from. */
export interface FunctionInfo<Declaration extends AnyDeclaration = AnyDeclaration> {
  readonly kind: FunctionKind;
  /** Built at the first look: importing builds nothing. */
  readonly declaration: Declaration;
}

const key: unique symbol = Symbol.for('@arch/function/1') as never;

/** Binds a function to its declaration, from which documentation, policies, the CLI and the tests over all functions read. */
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

/** What a function was made from, or `undefined` for one that no declaration made. */
export const infoOf = (callable: unknown): FunctionInfo | undefined =>
  typeof callable === 'function' ? (callable as { [key]?: FunctionInfo })[key] : undefined;

const permissionsOf = ({ permissions = [], uses = [] }: AnyDeclaration): readonly Permission[] => [
  ...permissions.map(toPermission),
  ...uses.flatMap((each) => each.permissions),
];
