import { list, type Open, openEnum, optionalString, resource, type Schema, text, z } from '@arch/core/builder';
import { CORSRule$ } from '@aws-sdk/client-s3';

/** The HTTP methods that a CORS rule can allow. */
export const bucketCorsMethods = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'] as const;
export type BucketCorsMethod = (typeof bucketCorsMethods)[number];

/** A rule that allows web pages of other origins to use a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html */
export interface CorsRule {
  /** An ID, 1–255 characters. Default: none. */
  readonly id?: string | undefined;
  /** The origins of the pages, at least one, e.g. `https://example.com`; each with at most one `*`, e.g. `https://*.example.com`. */
  readonly allowedOrigins: readonly string[];
  /** The methods that the pages may use, at least one. */
  readonly allowedMethods: readonly Open<BucketCorsMethod>[];
  /** The request headers that the pages may send, each with at most one `*`. Default: none in addition to the simple headers. */
  readonly allowedHeaders?: readonly string[] | undefined;
  /** The response headers that the pages may read, e.g. `ETag`. Default: none in addition to the simple headers. */
  readonly exposeHeaders?: readonly string[] | undefined;
  /** The number of seconds for which browsers keep the response to a preflight request. Default: the browser decides. */
  readonly maxAgeSeconds?: number | undefined;
}

/** Parses one S3 `CORSRule` structure. */
export const corsRule = (): Schema<CorsRule> =>
  resource<CorsRule>(CORSRule$, {
    id: optionalString(),
    allowedOrigins: list(z.string()),
    allowedMethods: list(openEnum(bucketCorsMethods)),
    allowedHeaders: list(z.string()),
    exposeHeaders: list(z.string()),
    maxAgeSeconds: z.optional(z.number()),
  });

/** Checks a {@link CorsRule}. */
export const corsRuleSettings = (): z.ZodMiniType<CorsRule> =>
  z.strictObject({
    id: z.optional(text(1, 255)),
    allowedOrigins: z.array(withOneWildcard()).check(z.minLength(1)),
    allowedMethods: z.array(z.enum(bucketCorsMethods)).check(z.minLength(1)),
    allowedHeaders: z.optional(z.array(withOneWildcard())),
    exposeHeaders: z.optional(z.array(z.string().check(z.regex(/^[\w!#$%&'+.^`|~-]+$/, 'the name of a header')))),
    maxAgeSeconds: z.optional(z.int().check(z.gte(0))),
  });

const withOneWildcard = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^(?=.)[^*\s]*\*?[^*\s]*$/, 'text with at most one *'));
