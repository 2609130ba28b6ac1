import { type input, text, z, type Open } from '@arch/core/builder';

/** Methods that a page of another origin may use. */
export const corsMethods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', '*'] as const;
export type CorsMethod = (typeof corsMethods)[number];

/** Which pages of other origins a browser lets call an API; what is not named is not allowed. */
export interface HttpApiCorsInput {
  /** e.g. `https://www.example.com`, without a path; `https://*` or `*` for every page. */
  readonly allowOrigins: readonly string[];
  /** Without it only what a form could do: GET, HEAD and POST without headers of their own. */
  readonly allowMethods?: readonly CorsMethod[] | undefined;
  /** Headers that a page may send, e.g. `content-type`, which JSON needs. */
  readonly allowHeaders?: readonly string[] | undefined;
  /** Headers of the answer that a page may read. */
  readonly exposeHeaders?: readonly string[] | undefined;
  /** Whether cookies and authorization headers are sent along; not where every origin is allowed. Default `false`. */
  readonly allowCredentials?: boolean | undefined;
  /** For how long a browser remembers all of this, −1 (not at all) to 86,400. Default: the browser's own, some seconds. */
  readonly maxAgeSeconds?: number | undefined;
}

/** What can be said of an API, when it is made and later. */
export interface HttpApiSettings {
  /** At most 1,024 characters. */
  readonly description?: string | undefined;
  /** Of your own, 1–64 characters. */
  readonly version?: string | undefined;
  /**
   * Lets pages of other origins call it from a browser. API Gateway then answers their preflight requests itself, and writes its own
   * headers over those that a function answers.
   */
  readonly cors?: HttpApiCorsInput | undefined;
  /** Takes the API's own URL away, so that a domain name of yours is the only way in. Default `false`. */
  readonly disableExecuteApiEndpoint?: boolean | undefined;
  /** Whether it can be called over IPv6 too. Default `ipv4`. */
  readonly ipAddressType?: Open<'ipv4' | 'dualstack'> | undefined;
}

/** The members of {@link HttpApiSettings}, checked. */
export const httpApiSettingsFields = (): Parameters<typeof input<HttpApiSettings>>[0] => ({
  description: z.optional(text(0, 1_024)),
  version: z.optional(text(1, 64)),
  cors: z.optional(corsInput()),
  disableExecuteApiEndpoint: z.optional(z.boolean()),
  ipAddressType: z.optional(z.enum(['ipv4', 'dualstack'])),
});

/** A name of an API, checked: 1–128 characters. */
export const httpApiName = (): z.ZodMiniType<string> => text(1, 128);

const origin = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?:\*|[a-z][a-z\d+.-]*:\/\/[^\s/]+)$/i,
        'an origin such as https://www.example.com, without a path and without a / at its end, or *',
      ),
    );

const header = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^(?:\*|[\w!#$%&'*+.^`|~-]{1,256})$/, "a header's name such as content-type, or *"));

const corsInput = (): z.ZodMiniType<HttpApiCorsInput> =>
  z
    .strictObject({
      allowOrigins: z.array(origin()).check(z.minLength(1)),
      allowMethods: z.optional(z.array(z.enum(corsMethods))),
      allowHeaders: z.optional(z.array(header())),
      exposeHeaders: z.optional(z.array(header())),
      allowCredentials: z.optional(z.boolean()),
      maxAgeSeconds: z.optional(z.int().check(z.gte(-1), z.lte(86_400))),
    })
    .check(
      z.refine(({ allowOrigins, allowCredentials }) => !allowCredentials || !allowOrigins.includes('*'), {
        path: ['allowCredentials'],
        error: 'requires allowOrigins without "*": browsers send no credentials to an API that allows all origins',
      }),
    );

/** What API Gateway calls it. */
export const toCorsConfiguration = ({ maxAgeSeconds, ...cors }: HttpApiCorsInput): CorsConfiguration => ({
  AllowOrigins: [...cors.allowOrigins],
  AllowMethods: cors.allowMethods && [...cors.allowMethods],
  AllowHeaders: cors.allowHeaders && [...cors.allowHeaders],
  ExposeHeaders: cors.exposeHeaders && [...cors.exposeHeaders],
  AllowCredentials: cors.allowCredentials,
  MaxAge: maxAgeSeconds,
});

interface CorsConfiguration {
  readonly AllowOrigins: string[];
  readonly AllowMethods: string[] | undefined;
  readonly AllowHeaders: string[] | undefined;
  readonly ExposeHeaders: string[] | undefined;
  readonly AllowCredentials: boolean | undefined;
  readonly MaxAge: number | undefined;
}
