import { type input, text, z, type Open } from '@arch/core/builder';
import { apiGatewayId } from '@arch/services/api-gateway';

import { httpAuthorizationTypes } from './http-route.js';

/** The authorization of a route. */
export interface HttpRouteSettings {
  /**
   * Authorization type. `NONE` (default): everyone on the internet can call the route. `AWS_IAM`: requests must be signed with credentials
   * that have the permission `execute-api:Invoke`. `JWT` and `CUSTOM`: the authorizer decides.
   */
  readonly authorizationType?: Open<(typeof httpAuthorizationTypes)[number]> | undefined;
  /** ID of the authorizer. Required for `JWT` and `CUSTOM`, not allowed for other types. `createHttpAuthorizer` creates one. */
  readonly authorizerId?: string | undefined;
  /** Scopes, of which a token must have at least one. Only allowed for `JWT`. Default: no scope is required. */
  readonly authorizationScopes?: readonly string[] | undefined;
}

/** The schemas of the members of {@link HttpRouteSettings}. */
export const httpRouteSettingsFields = (): Parameters<typeof input<HttpRouteSettings>>[0] => ({
  authorizationType: z.optional(z.enum(httpAuthorizationTypes)),
  authorizerId: z.optional(apiGatewayId('an authorizer')),
  authorizationScopes: z.optional(z.array(text(1, 64))),
});

/** Checks settings that depend on each other. */
export const httpRouteSettingsChecks = <Input extends HttpRouteSettings>(): z.Check<Input>[] => [
  z.refine<Input>(
    ({ authorizationType, authorizerId }) =>
      (authorizationType === 'JWT' || authorizationType === 'CUSTOM') === (authorizerId !== undefined),
    { path: ['authorizerId'], error: "an authorizer's ID for JWT and CUSTOM, and omitted for NONE and AWS_IAM" },
  ),
  z.refine<Input>(
    ({ authorizationType, authorizationScopes }) => authorizationType === 'JWT' || !authorizationScopes?.length,
    { path: ['authorizationScopes'], error: 'omitted unless authorizationType is "JWT"' },
  ),
];
