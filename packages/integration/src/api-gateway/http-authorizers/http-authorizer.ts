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

/** Types of authorizers: validation of a token (`JWT`), or a Lambda function (`REQUEST`). */
export const httpAuthorizerTypes = ['JWT', 'REQUEST'] as const;
export type HttpAuthorizerType = Open<(typeof httpAuthorizerTypes)[number]>;

/** An authorizer, which controls the access to routes of an HTTP API. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers-authorizerid.html */
export interface HttpAuthorizer extends AwsResource {
  /** ID of the authorizer, e.g. `a1b2c3`. */
  readonly authorizerId: string;
  /** Name. */
  readonly name: string;
  /** Type: `JWT` or `REQUEST`. */
  readonly authorizerType: HttpAuthorizerType;
  /** URL of the issuer of the tokens. Absent for `REQUEST`. */
  readonly issuer?: string | undefined;
  /** Accepted audiences of a token. */
  readonly audience: readonly string[];
  /** Locations in a request of the token, or of the values on which the function decides. */
  readonly identitySource: readonly string[];
  /** ARN of the Lambda function. Absent for `JWT`. */
  readonly functionArn?: string | undefined;
  /** Time for which API Gateway caches the result of the function, in seconds. */
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
