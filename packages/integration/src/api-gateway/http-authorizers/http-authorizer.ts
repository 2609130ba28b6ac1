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
import { functionArnIn } from '@arch/services/lambda';
import { Authorizer$ } from '@aws-sdk/client-apigatewayv2';

/** How an authorizer decides: by a token of an issuer (`JWT`), or by asking a function (`REQUEST`). */
export const httpAuthorizerTypes = ['JWT', 'REQUEST'] as const;
export type HttpAuthorizerType = Open<(typeof httpAuthorizerTypes)[number]>;

/** Decides who may call routes of an HTTP API. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers-authorizerid.html */
export interface HttpAuthorizer extends AwsResource {
  /** e.g. `a1b2c3`. */
  readonly authorizerId: string;
  readonly name: string;
  readonly authorizerType: HttpAuthorizerType;
  /** Whose tokens it accepts. */
  readonly issuer?: string | undefined;
  /** For one of these a token has to be meant. */
  readonly audience: readonly string[];
  /** Where the token, or what the function is asked about, stands in a request. */
  readonly identitySource: readonly string[];
  /** The function that is asked. */
  readonly functionArn?: string | undefined;
  /** For how long the answer of the function is remembered. */
  readonly resultTtlSeconds?: number | undefined;
}

/** Parses one API Gateway `Authorizer` structure. */
export const httpAuthorizer = (): Schema<HttpAuthorizer> =>
  resource<HttpAuthorizer>(Authorizer$, {
    authorizerId: z.string(),
    name: z.string(),
    authorizerType: openEnum(httpAuthorizerTypes),
    issuer: from('JwtConfiguration.Issuer', optionalString()),
    audience: from('JwtConfiguration.Audience', list(z.string())),
    identitySource: list(z.string()),
    functionArn: from('AuthorizerUri', { type: z.optional(z.string()), read: functionArnIn }),
    resultTtlSeconds: from('AuthorizerResultTtlInSeconds', z.optional(z.number())),
  });
