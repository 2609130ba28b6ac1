import { arn, text, z } from '@arch/core/builder';

/** The members that all requests of jobs share. */
export interface VaultJobRequest {
  /** A description of the job, up to 1,024 printable ASCII characters. Default: none. */
  readonly description?: string | undefined;
  /** The ARN of an SNS topic that AWS notifies when the job has ended. Default: the notifications of the vault. */
  readonly snsTopic?: string | undefined;
}

/** Checks the members of {@link VaultJobRequest}. */
export const vaultJobRequest = (): {
  description: z.ZodMiniType<string | undefined>;
  snsTopic: z.ZodMiniType<string | undefined>;
} => ({
  description: z.optional(text(1, 1_024).check(z.regex(/^[\x20-\x7e]*$/, 'printable ASCII characters'))),
  snsTopic: z.optional(arn('sns')),
});
