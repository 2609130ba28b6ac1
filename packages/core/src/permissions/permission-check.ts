/** Whether a call would be allowed. */
export type PermissionCheck =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** The IAM actions that are missing, as far as AWS says. */
      readonly missing: readonly string[];
      /** AWS's reason in words. */
      readonly reason: string;
    };
