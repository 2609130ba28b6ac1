/** Whether AWS would allow a call. */
export type PermissionCheck =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** The IAM actions that are missing, if AWS names them. */
      readonly missing: readonly string[];
      /** AWS's reason. */
      readonly reason: string;
    };
