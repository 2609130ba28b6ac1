import {
  type AwsResource,
  optionalString,
  from,
  list,
  maybe,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { Api$, Cors$ } from '@aws-sdk/client-apigatewayv2';

/** A CORS configuration: the requests from web pages of other origins that browsers allow. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export interface HttpApiCors {
  /** Allowed origins, e.g. `https://www.example.com`, without a path. `*` allows all pages. */
  readonly allowOrigins: readonly string[];
  /** Allowed methods. */
  readonly allowMethods: readonly string[];
  /** Request headers that a page may send. */
  readonly allowHeaders: readonly string[];
  /** Response headers that a page may read. */
  readonly exposeHeaders: readonly string[];
  /** Whether browsers send cookies and authorization headers. */
  readonly allowCredentials: boolean;
  /** Time for which browsers cache the configuration, in seconds. Absent if it is not set. */
  readonly maxAgeSeconds?: number | undefined;
}

/** An HTTP API. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html */
export interface HttpApi extends AwsResource {
  /** ID of the API, e.g. `a1b2c3d4e5`. */
  readonly apiId: string;
  /** Name. It need not be unique. */
  readonly name: string;
  /** URL of the stage `$default`, e.g. `https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com`. `httpApiUrl` returns the URLs of other stages. */
  readonly apiEndpoint: string;
  /** Description. Absent if there is none. */
  readonly description?: string | undefined;
  /** Version identifier. Absent if there is none. */
  readonly version?: string | undefined;
  /** CORS configuration. Absent if there is none. */
  readonly cors?: HttpApiCors | undefined;
  /** Whether the default URL of the API is disabled, so that only a custom domain name serves it. */
  readonly disableExecuteApiEndpoint: boolean;
  /** IP address types: `ipv4` or `dualstack`. */
  readonly ipAddressType?: string | undefined;
  /** Creation time, in UTC. */
  readonly createdDate: Date;
  /** Tags of the API. `{}` if there are none. */
  readonly tags: Tags;
}

/** Parses one API Gateway `Api` structure. */
export const httpApi = (): Schema<HttpApi> =>
  resource<HttpApi>(Api$, {
    apiId: z.string(),
    name: z.string(),
    apiEndpoint: z.string(),
    description: optionalString(),
    version: optionalString(),
    cors: from('CorsConfiguration', maybe(httpApiCors())),
    disableExecuteApiEndpoint: { type: z.boolean(), read: (value) => value ?? false },
    ipAddressType: optionalString(),
    createdDate: z.date(),
    tags: tags(),
  });

const httpApiCors = (): Schema<HttpApiCors> =>
  resource<HttpApiCors>(Cors$, {
    allowOrigins: list(z.string()),
    allowMethods: list(z.string()),
    allowHeaders: list(z.string()),
    exposeHeaders: list(z.string()),
    allowCredentials: { type: z.boolean(), read: (value) => value ?? false },
    maxAgeSeconds: from('MaxAge', z.optional(z.number())),
  });
