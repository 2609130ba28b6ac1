import { type AwsInput, input, operation, type Operation, text, z } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { CreateAuthorizerCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { httpAuthorizer, type HttpAuthorizer } from './http-authorizer.js';

export interface CreateHttpAuthorizerInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** Name, 1–128 characters. */
  readonly name: string;
  /** URL of the issuer of the tokens, e.g. `https://cognito-idp.<region>.amazonaws.com/<user pool ID>` for a Cognito user pool. */
  readonly issuer?: string | undefined;
  /** Accepted audiences, e.g. the IDs of your apps. `aud` of a token, or `client_id` if `aud` is absent, must contain one of them. */
  readonly audience?: readonly string[] | undefined;
  /** Location of the token in a request. Default: `$request.header.Authorization`. */
  readonly identitySource?: string | undefined;
}

/**
 * Creates an authorizer that accepts the tokens (JWT) of an issuer: Cognito, or another OpenID Connect provider. Routes with
 * `authorizationType: 'JWT'` use it. API Gateway caches the keys of the issuer for two hours. Not idempotent: AWS has no idempotency token
 * for it, so a request without a response is not retried. To create an authorizer with a Lambda function (`REQUEST`), use AWS's members in
 * `aws`.
 *
 * @example
 * const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1b2c3d4e';
 * const { authorizerId } = await createHttpAuthorizer({ apiId, name: 'users', issuer, audience: ['mobile-app'] });
 * await routeToFunction({ apiId, routeKey: 'GET /orders', functionArn, authorizationType: 'JWT', authorizerId });
 * @throws {NotFoundError} there is no such API in this region.
 * @throws {InvalidRequestError} API Gateway cannot reach the issuer or find its keys.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export const createHttpAuthorizer: Operation<CreateHttpAuthorizerInput, HttpAuthorizer, { on: 'apiId' }> = operation(
  () => ({
    name: 'createHttpAuthorizer',
    service: apiGateway,
    command: CreateAuthorizerCommand,
    permissions: [{ action: 'apigateway:POST', resources: ['Authorizers'] }],
    input: input<CreateHttpAuthorizerInput>({
      apiId: apiId(),
      name: text(1, 128),
      issuer: z.optional(z.string().check(z.regex(/^https:\/\/[^\s?#]{1,2040}$/, 'a URL that begins with https://'))),
      audience: z.optional(z.array(text(1, 2_048)).check(z.minLength(1))),
      identitySource: z.optional(
        z
          .string()
          .check(
            z.regex(
              /^\$request\.(?:header|querystring)\.\S{1,256}$/,
              '$request.header.<name> or $request.querystring.<name>',
            ),
          ),
      ),
    }).check(
      z.refine(
        ({ issuer, audience, aws }) =>
          aws?.['AuthorizerType'] !== undefined || (issuer !== undefined && audience !== undefined),
        'issuer and audience, or AuthorizerType in aws',
      ),
    ),
    output: httpAuthorizer(),
    request: ({ apiId, name, issuer, audience, identitySource = '$request.header.Authorization' }) => ({
      ApiId: apiId,
      Name: name,
      AuthorizerType: 'JWT' as const,
      IdentitySource: [identitySource],
      ...(issuer !== undefined && { JwtConfiguration: { Issuer: issuer, Audience: [...(audience ?? [])] } }),
    }),
    repeatable: false,
    creates: ({ authorizerId }) => [authorizerId],
    errors: httpApiErrors,
  }),
);
