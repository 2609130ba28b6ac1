/** An IAM action that an operation requires: its name, or its name with resources and conditions. */
export type PermissionSpec = string | Permission;

/** An IAM action that an operation requires. */
export interface Permission {
  /** e.g. `ec2:StartInstances`. */
  readonly action: string;
  /** IAM resource types to which the action can be limited, or ARNs. Default: `*`. */
  readonly resources?: readonly string[] | undefined;
  /** Condition keys that narrow the action without breaking the call. */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** The condition on the input under which the action is required: `an instance profile is given`. Default: always required. */
  readonly when?: string | undefined;
}

/** The long form of a permission. */
export const toPermission = (spec: PermissionSpec): Permission => (typeof spec === 'string' ? { action: spec } : spec);

/** The IAM actions of permissions. */
export const actionsOf = (permissions: readonly PermissionSpec[]): readonly string[] =>
  permissions.map((each) => toPermission(each).action);
