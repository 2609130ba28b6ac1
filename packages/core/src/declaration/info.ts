import type { Permission, PermissionSpec } from './permission.js';
import { toPermission } from './permission.js';
import type { Service } from './service.js';

/** The kinds of declared functions. */
export type FunctionKind = 'operation' | 'listing' | 'stream' | 'waiter' | 'task' | 'consumer' | 'command' | 'core';

/** The part that all declarations share. */
export interface AnyDeclaration {
  readonly name: string;
  readonly service?: Service;
  readonly permissions?: readonly PermissionSpec[];
  readonly uses?: readonly DeclaredFunction[];
}

/** The values that `on` and `with` of a function accept: the members of the ARNs of its resources, and the cases that require more permissions. */
export interface PolicyLimits {
  readonly on?: string;
  readonly with?: string;
}

/** The resources to which `on` limits a policy: names or ARNs, in which `*` and `?` are wildcards. */
export type PolicyResources<Limits extends PolicyLimits> = Limits extends { readonly on: infer Member extends string }
  ? { readonly [Name in Member]?: string | readonly string[] | undefined }
  : never;

/** The cases that `with` of a function accepts. */
export type PolicyCase<Limits extends PolicyLimits> = Limits extends { readonly with: infer Case extends string }
  ? Case
  : never;

/** A function made from a declaration. */
export interface DeclaredFunction<Limits extends PolicyLimits = {}> {
  /** The IAM actions that a call requires, and those that it requires in some cases (`with`). */
  readonly permissions: readonly Permission[];
  /**
   * Limits the policy of this function to resources: `policyFor(putObject.on({ bucket: 'reports', prefix: 'daily/' }))`. An omitted member
   * stands for all resources. A type error for functions whose actions IAM cannot limit to resources.
   */
  readonly on: (resources: PolicyResources<Limits>) => DeclaredFunction<Limits>;
  /** Adds the permissions that these cases require to the policy of this function: `policyFor(putObject.with('tags'))`. */
  readonly with: (...cases: readonly PolicyCase<Limits>[]) => DeclaredFunction<Limits>;
}

/** The kind and the declaration of a function. */
export interface FunctionInfo<Declaration extends AnyDeclaration = AnyDeclaration> {
  readonly kind: FunctionKind;
  /** Built on first access: importing builds nothing. */
  readonly declaration: Declaration;
  /** The argument of `on`. */
  readonly resources?: Readonly<Record<string, unknown>>;
  /** The arguments of `with`. */
  readonly cases?: readonly string[];
}

const key: unique symbol = Symbol.for('@arch/function/1') as never;

/** Attaches a declaration to a function. Documentation, policies, the CLI and the contract tests read it. */
export const declared = <Callable extends object, Limits extends PolicyLimits = {}>(
  callable: Callable,
  kind: FunctionKind,
  declare: () => AnyDeclaration,
): Callable & DeclaredFunction<Limits> =>
  describedBy(callable, {
    kind,
    get declaration() {
      return declare();
    },
  });

/** Attaches the facts about a function to it, or to what `on` and `with` return. */
const describedBy = <Target extends object, Limits extends PolicyLimits>(
  target: Target,
  info: FunctionInfo,
): Target & DeclaredFunction<Limits> => {
  // Inherits the getter: the declaration is not built for a policy that no one reads.
  const limited = (part: Partial<FunctionInfo>): DeclaredFunction<Limits> =>
    describedBy({}, Object.assign(Object.create(info), part) as FunctionInfo);
  return Object.defineProperties(target, {
    [key]: { value: info },
    permissions: { get: () => permissionsOf(info.declaration), enumerable: true },
    on: { value: (resources?: Record<string, unknown>) => limited({ resources: resources ?? {} }) },
    with: { value: (...cases: string[]) => limited({ cases }) },
  }) as Target & DeclaredFunction<Limits>;
};

/** The kind and the declaration of a function; `undefined` for functions without a declaration. */
export const infoOf = (callable: unknown): FunctionInfo | undefined =>
  (callable as { readonly [key]?: FunctionInfo } | null | undefined)?.[key];

const permissionsOf = ({ permissions = [], uses = [] }: AnyDeclaration): readonly Permission[] => [
  ...permissions.map(toPermission),
  ...uses.flatMap((each) => each.permissions),
];
