import { optionalString, resource, type Schema, z } from '@arch/core/builder';
import { InstanceMetadataOptionsResponse$ } from '@aws-sdk/client-ec2';

/** How an instance's metadata service (IMDS) answers. */
export interface InstanceMetadataOptions {
  /** `required` is IMDSv2 only; `optional` also answers without a token, which server-side request forgery can abuse. */
  readonly httpTokens?: string | undefined;
  /** `enabled` or `disabled`. */
  readonly httpEndpoint?: string | undefined;
  /** Network hops that a token may travel, 1–64: containers need 2. */
  readonly httpPutResponseHopLimit?: number | undefined;
  /** Whether the instance's tags can be read through it: `enabled` or `disabled`. */
  readonly instanceMetadataTags?: string | undefined;
  /** `pending` while a change is being made, then `applied`. */
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
