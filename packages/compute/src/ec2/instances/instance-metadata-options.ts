import { optionalString, resource, type Schema, z } from '@arch/core/builder';
import { InstanceMetadataOptionsResponse$ } from '@aws-sdk/client-ec2';

/** The options of an instance's metadata service (IMDS). */
export interface InstanceMetadataOptions {
  /**
   * `required`: the service accepts only IMDSv2. `optional`: it also accepts requests without a token, which server-side request forgery
   * can exploit.
   */
  readonly httpTokens?: string | undefined;
  /** Whether the service is available: `enabled` or `disabled`. */
  readonly httpEndpoint?: string | undefined;
  /** Maximum number of network hops of a session token, 1–64. Containers need 2. */
  readonly httpPutResponseHopLimit?: number | undefined;
  /** Whether the service returns the instance's tags: `enabled` or `disabled`. */
  readonly instanceMetadataTags?: string | undefined;
  /** `pending` while AWS applies a change, then `applied`. */
  readonly state?: string | undefined;
}

/** Parses the metadata options of an instance. */
export const instanceMetadataOptions = (): Schema<InstanceMetadataOptions> =>
  resource<InstanceMetadataOptions>(InstanceMetadataOptionsResponse$, {
    httpTokens: optionalString(),
    httpEndpoint: optionalString(),
    httpPutResponseHopLimit: z.optional(z.number()),
    instanceMetadataTags: optionalString(),
    state: optionalString(),
  });
