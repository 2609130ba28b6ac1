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

/** Types of integrations: a function or another AWS service (`AWS_PROXY`), or an HTTP server (`HTTP_PROXY`). */
export const httpIntegrationTypes = ['AWS_PROXY', 'HTTP_PROXY'] as const;
export type HttpIntegrationType = Open<(typeof httpIntegrationTypes)[number]>;

/** An integration, to which routes of an HTTP API send requests. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html */
export interface HttpIntegration extends AwsResource {
  /** ID of the integration, e.g. `a1b2c3d`. */
  readonly integrationId: string;
  /** Type: `AWS_PROXY` or `HTTP_PROXY`. */
  readonly integrationType: HttpIntegrationType;
  /** ARN of the function or URL of the server. Absent for another AWS service. */
  readonly integrationUri?: string | undefined;
  /** ARN of the function. Absent if the integration is not a function. */
  readonly functionArn?: string | undefined;
  /** HTTP method of the requests to a server. */
  readonly integrationMethod?: string | undefined;
  /** Format of the event for a function: `2.0` or `1.0`. */
  readonly payloadFormatVersion?: string | undefined;
  /** Time for which API Gateway waits for the response, in milliseconds. */
  readonly timeoutMs?: number | undefined;
  /** Type of the connection: `INTERNET` or `VPC_LINK`. */
  readonly connectionType?: string | undefined;
  /** Description. Absent if there is none. */
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
