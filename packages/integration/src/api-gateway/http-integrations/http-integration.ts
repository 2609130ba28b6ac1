import {
  type AwsResource,
  optionalString,
  from,
  openEnum,
  type Open,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { functionArnIn } from '@arch/services/lambda';
import { Integration$ } from '@aws-sdk/client-apigatewayv2';

/** What an integration of an HTTP API calls: a function or another service of AWS, or an HTTP server. */
export const httpIntegrationTypes = ['AWS_PROXY', 'HTTP_PROXY'] as const;
export type HttpIntegrationType = Open<(typeof httpIntegrationTypes)[number]>;

/** What stands behind routes of an HTTP API. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html */
export interface HttpIntegration extends AwsResource {
  /** e.g. `a1b2c3d`. */
  readonly integrationId: string;
  readonly integrationType: HttpIntegrationType;
  /** The ARN or the URL that is called; absent where another service of AWS is. */
  readonly integrationUri?: string | undefined;
  /** The function that is called, if it is one. */
  readonly functionArn?: string | undefined;
  /** The method that a server is called with. */
  readonly integrationMethod?: string | undefined;
  /** What the event of a function looks like: `2.0` or `1.0`. */
  readonly payloadFormatVersion?: string | undefined;
  /** For how long API Gateway waits for the answer. */
  readonly timeoutMs?: number | undefined;
  /** `INTERNET` or `VPC_LINK`. */
  readonly connectionType?: string | undefined;
  readonly description?: string | undefined;
}

/** Parses one API Gateway `Integration` structure. */
export const httpIntegration = (): Schema<HttpIntegration> =>
  resource<HttpIntegration>(Integration$, {
    integrationId: z.string(),
    integrationType: openEnum(httpIntegrationTypes),
    integrationUri: optionalString(),
    functionArn: from('IntegrationUri', { type: z.optional(z.string()), read: functionArnIn }),
    integrationMethod: optionalString(),
    payloadFormatVersion: optionalString(),
    timeoutMs: from('TimeoutInMillis', z.optional(z.number())),
    connectionType: optionalString(),
    description: optionalString(),
  });
