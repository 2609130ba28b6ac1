/** An IAM action that an operation needs: its name, or its name and what it is needed for. */
export type PermissionSpec = string | Permission;

/** An IAM action that an operation needs. */
export interface Permission {
  /** e.g. `ec2:StartInstances`. */
  readonly action: string;
  /** IAM's resource types that the action can be limited to, or whole ARNs. `*` where IAM knows none. */
  readonly resources?: readonly string[] | undefined;
  /** Condition keys that narrow the action without breaking the call. */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** When the action is needed, where that depends on the input: `an instance profile is given`. */
  readonly when?: string | undefined;
}

/** The long form of a permission. */
export const toPermission = (spec: PermissionSpec): Permission => (typeof spec === 'string' ? { action: spec } : spec);
