import { type input, text, z, type Open } from '@arch/core/builder';
import { apiGatewayId } from '@arch/services/api-gateway';

import { httpAuthorizationTypes } from './http-route.js';

/** Who may call a route. */
export interface HttpRouteSettings {
  /**
   * Who may call it. Default `NONE`: everybody on the internet. `AWS_IAM`: who signs with keys that IAM allows `execute-api:Invoke`. `JWT`,
   * `CUSTOM`: whom the authorizer lets in.
   */
  readonly authorizationType?: Open<(typeof httpAuthorizationTypes)[number]> | undefined;
  /** The API's authorizer that decides, for `JWT` and `CUSTOM`: `createHttpAuthorizer` makes one. */
  readonly authorizerId?: string | undefined;
  /** Of these a token has to have one, for `JWT`. */
  readonly authorizationScopes?: readonly string[] | undefined;
}

/** The members of {@link HttpRouteSettings}, checked. */
export const httpRouteSettingsFields = (): Parameters<typeof input<HttpRouteSettings>>[0] => ({
  authorizationType: z.optional(z.enum(httpAuthorizationTypes)),
  authorizerId: z.optional(apiGatewayId('an authorizer')),
  authorizationScopes: z.optional(z.array(text(1, 64))),
});

/** What holds between the settings. */
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
