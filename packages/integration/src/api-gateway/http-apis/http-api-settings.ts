import { type input, text, z, type Open } from '@arch/core/builder';

/** The methods that a CORS configuration can allow. */
export const corsMethods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', '*'] as const;
export type CorsMethod = (typeof corsMethods)[number];

/** The CORS configuration: the requests from web pages of other origins that browsers allow. */
export interface HttpApiCorsInput {
  /** Allowed origins, e.g. `https://www.example.com`, without a path. `https://*` or `*` allows all pages. */
  readonly allowOrigins: readonly string[];
  /** Allowed methods. Default: browsers allow only GET, HEAD and POST requests without additional headers. */
  readonly allowMethods?: readonly CorsMethod[] | undefined;
  /** Request headers that a page may send, e.g. `content-type`, which JSON requires. Default: none. */
  readonly allowHeaders?: readonly string[] | undefined;
  /** Response headers that a page may read. Default: none. */
  readonly exposeHeaders?: readonly string[] | undefined;
  /** Whether browsers send cookies and authorization headers. Not allowed with the origin `*`. Default that AWS applies: `false`. */
  readonly allowCredentials?: boolean | undefined;
  /** Time for which browsers cache the configuration, in seconds, −1 (no caching) to 86,400. Default: set by the browser, some seconds. */
  readonly maxAgeSeconds?: number | undefined;
}

/** The settings of an API that `createHttpApi` and `updateHttpApi` share. */
export interface HttpApiSettings {
  /** Description, at most 1,024 characters. */
  readonly description?: string | undefined;
  /** Version identifier of your choice, 1–64 characters. */
  readonly version?: string | undefined;
  /**
   * CORS configuration, which allows web pages of other origins to call the API. API Gateway then responds to preflight requests itself, and
   * its CORS headers override those of a function. Default: no CORS configuration.
   */
  readonly cors?: HttpApiCorsInput | undefined;
  /** Whether the default URL of the API is disabled, so that only a custom domain name serves it. Default that AWS applies: `false`. */
  readonly disableExecuteApiEndpoint?: boolean | undefined;
  /** IP address types: `ipv4`, or `dualstack` for IPv4 and IPv6. Default that AWS applies: `ipv4`. */
  readonly ipAddressType?: Open<'ipv4' | 'dualstack'> | undefined;
}

/** The schemas of the members of {@link HttpApiSettings}. */
export const httpApiSettingsFields = (): Parameters<typeof input<HttpApiSettings>>[0] => ({
  description: z.optional(text(0, 1_024)),
  version: z.optional(text(1, 64)),
  cors: z.optional(corsInput()),
  disableExecuteApiEndpoint: z.optional(z.boolean()),
  ipAddressType: z.optional(z.enum(['ipv4', 'dualstack'])),
});

/** The schema of the name of an API. */
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

/** Converts a CORS configuration to AWS's form. */
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
