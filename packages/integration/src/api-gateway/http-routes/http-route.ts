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
 * Authorization types of a route: no authorization (`NONE`), signed requests with the permission `execute-api:Invoke` (`AWS_IAM`), a token
 * that an authorizer accepts (`JWT`), or a Lambda function that decides (`CUSTOM`).
 */
export const httpAuthorizationTypes = ['NONE', 'AWS_IAM', 'JWT', 'CUSTOM'] as const;
export type HttpAuthorizationType = Open<(typeof httpAuthorizationTypes)[number]>;

/** A route of an HTTP API, which sends requests to an integration. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html */
export interface HttpRoute extends AwsResource {
  /** ID of the route, e.g. `a1b2c3d`. */
  readonly routeId: string;
  /** Method and path, e.g. `GET /items/{id}`, or `$default`. */
  readonly routeKey: string;
  /** ID of the integration. Absent if the route has none. */
  readonly integrationId?: string | undefined;
  /** Authorization type. `NONE`: everyone on the internet can call the route. */
  readonly authorizationType: HttpAuthorizationType;
  /** ID of the authorizer. Absent for `NONE` and `AWS_IAM`. */
  readonly authorizerId?: string | undefined;
  /** Scopes, of which a token must have at least one. `[]` if no scope is required. */
  readonly authorizationScopes: readonly string[];
  /** Operation name, e.g. from an OpenAPI document. Absent if there is none. */
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

/** The ID in a target such as `integrations/a1b2c3d`. */
const integrationIdIn = (target: unknown): unknown =>
  typeof target === 'string' ? target.replace(/^integrations\//, '') || undefined : target;
