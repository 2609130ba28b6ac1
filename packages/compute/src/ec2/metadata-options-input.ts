import { z } from '@arch/core/builder';

/** How an instance's metadata service (IMDS) shall answer. */
export interface MetadataOptionsInput {
  /** `required`: IMDSv2 only. A new instance gets `required` unless it is said otherwise. */
  readonly httpTokens?: 'required' | 'optional' | undefined;
  /** Whether there is a metadata service at all. */
  readonly httpEndpoint?: 'enabled' | 'disabled' | undefined;
  /** Network hops that a token may travel, 1–64. Containers on the instance need 2. */
  readonly httpPutResponseHopLimit?: number | undefined;
  /** Whether the instance's tags can be read through it. */
  readonly instanceMetadataTags?: 'enabled' | 'disabled' | undefined;
}

/** The members of {@link MetadataOptionsInput}, checked. */
export const metadataOptionsFields = (): {
  readonly [Name in keyof MetadataOptionsInput]-?: z.ZodMiniType<MetadataOptionsInput[Name]>;
} => ({
  httpTokens: z.optional(z.enum(['required', 'optional'])),
  httpEndpoint: z.optional(z.enum(['enabled', 'disabled'])),
  httpPutResponseHopLimit: z.optional(z.int().check(z.gte(1), z.lte(64))),
  instanceMetadataTags: z.optional(z.enum(['enabled', 'disabled'])),
});
