import {
  type AwsResource,
  optionalString,
  from,
  list,
  openEnum,
  type Open,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { Route$ } from '@aws-sdk/client-apigatewayv2';

/**
 * Who may call a route: everybody (`NONE`), who signs with keys that IAM allows `execute-api:Invoke` (`AWS_IAM`), who brings a token that an
 * authorizer accepts (`JWT`), or whom a function of yours lets in (`CUSTOM`).
 */
export const httpAuthorizationTypes = ['NONE', 'AWS_IAM', 'JWT', 'CUSTOM'] as const;
export type HttpAuthorizationType = Open<(typeof httpAuthorizationTypes)[number]>;

/** Which requests to an HTTP API lead where. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html */
export interface HttpRoute extends AwsResource {
  /** e.g. `a1b2c3d`. */
  readonly routeId: string;
  /** e.g. `GET /items/{id}`, or `$default`. */
  readonly routeKey: string;
  /** What it leads to. */
  readonly integrationId?: string | undefined;
  /** `NONE` is everybody. */
  readonly authorizationType: HttpAuthorizationType;
  readonly authorizerId?: string | undefined;
  /** Of these a token has to have one. */
  readonly authorizationScopes: readonly string[];
  readonly operationName?: string | undefined;
}

/** Parses one API Gateway `Route` structure. */
export const httpRoute = (): Schema<HttpRoute> =>
  resource<HttpRoute>(Route$, {
    routeId: z.string(),
    routeKey: z.string(),
    integrationId: from('Target', { type: z.optional(z.string()), read: integrationIdIn }),
    authorizationType: openEnum(httpAuthorizationTypes),
    authorizerId: optionalString(),
    authorizationScopes: list(z.string()),
    operationName: optionalString(),
  });

/** API Gateway writes it as `integrations/a1b2c3d`. */
const integrationIdIn = (target: unknown): unknown =>
  typeof target === 'string' ? target.replace(/^integrations\//, '') || undefined : target;
