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

/** Which pages of other origins a browser lets call an API. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export interface HttpApiCors {
  /** e.g. `https://www.example.com`, without a path; `*` for every page. */
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  /** Headers that a page may send. */
  readonly allowHeaders: readonly string[];
  /** Headers of the answer that a page may read. */
  readonly exposeHeaders: readonly string[];
  /** Whether cookies and authorization headers are sent along. */
  readonly allowCredentials: boolean;
  /** For how long a browser remembers all of this, in seconds. */
  readonly maxAgeSeconds?: number | undefined;
}

/** An HTTP API. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html */
export interface HttpApi extends AwsResource {
  /** e.g. `a1b2c3d4e5`. */
  readonly apiId: string;
  /** Need not be unique. */
  readonly name: string;
  /**
   * The URL of its stage `$default`, e.g. `https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com`; `httpApiUrl` gives that of another
   * stage.
   */
  readonly apiEndpoint: string;
  readonly description?: string | undefined;
  readonly version?: string | undefined;
  readonly cors?: HttpApiCors | undefined;
  /** Whether it answers on a domain name of its own only. */
  readonly disableExecuteApiEndpoint: boolean;
  /** `ipv4` or `dualstack`. */
  readonly ipAddressType?: string | undefined;
  readonly createdDate: Date;
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
