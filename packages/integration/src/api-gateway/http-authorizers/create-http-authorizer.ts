import { type AwsInput, input, operation, type Operation, text, z } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { CreateAuthorizerCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { httpAuthorizer, type HttpAuthorizer } from './http-authorizer.js';

export interface CreateHttpAuthorizerInput extends AwsInput {
  readonly apiId: string;
  /** 1–128 characters. */
  readonly name: string;
  /** Whose tokens it accepts: that of a Cognito user pool is `https://cognito-idp.<region>.amazonaws.com/<user pool>`. */
  readonly issuer?: string | undefined;
  /** For one of these a token has to be meant, in `aud` or else in `client_id`: IDs of your apps. */
  readonly audience?: readonly string[] | undefined;
  /** Where the token stands. Default `$request.header.Authorization`. */
  readonly identitySource?: string | undefined;
}

/**
 * Has an HTTP API accept the tokens (JWT) of an issuer: Cognito, or any other with OpenID Connect. A route asks for one with
 * `authorizationType: 'JWT'`. API Gateway fetches the issuer's keys, and keeps them for two hours. AWS has no token for the call itself: one
 * whose answer is lost is not repeated. A function that decides (`REQUEST`) is said in AWS's words, in `aws`.
 *
 * @example
 * const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1b2c3d4e';
 * const { authorizerId } = await createHttpAuthorizer({ apiId, name: 'users', issuer, audience: ['mobile-app'] });
 * await routeToFunction({ apiId, routeKey: 'GET /orders', functionArn, authorizationType: 'JWT', authorizerId });
 * @throws {NotFoundError} there is no such API in this region.
 * @throws {InvalidRequestError} API Gateway cannot reach the issuer, or does not find its keys.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export const createHttpAuthorizer: Operation<CreateHttpAuthorizerInput, HttpAuthorizer> = operation(() => ({
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
}));
