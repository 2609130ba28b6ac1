import { z } from '@arch/core/builder';

/** Options of an instance's metadata service (IMDS). */
export interface MetadataOptionsInput {
  /**
   * `required`: the service accepts only requests of IMDSv2, with a session token. `optional`: it also accepts requests of IMDSv1. Default
   * for a new instance: `required`.
   */
  readonly httpTokens?: 'required' | 'optional' | undefined;
  /** Whether the service is available. Default that AWS applies to a new instance: `enabled`. */
  readonly httpEndpoint?: 'enabled' | 'disabled' | undefined;
  /**
   * Maximum number of network hops of a session token, 1–64. Containers on the instance need 2. Default that AWS applies to a new instance:
   * the setting of the image or account, otherwise 1.
   */
  readonly httpPutResponseHopLimit?: number | undefined;
  /** Whether the service returns the instance's tags. Default that AWS applies to a new instance: `disabled`. */
  readonly instanceMetadataTags?: 'enabled' | 'disabled' | undefined;
}

/** Checks the members of {@link MetadataOptionsInput}. */
export const metadataOptionsFields = (): {
  readonly [Name in keyof MetadataOptionsInput]-?: z.ZodMiniType<MetadataOptionsInput[Name]>;
} => ({
  httpTokens: z.optional(z.enum(['required', 'optional'])),
  httpEndpoint: z.optional(z.enum(['enabled', 'disabled'])),
  httpPutResponseHopLimit: z.optional(z.int().check(z.gte(1), z.lte(64))),
  instanceMetadataTags: z.optional(z.enum(['enabled', 'disabled'])),
});
