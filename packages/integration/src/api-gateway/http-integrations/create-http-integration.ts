import { type AwsInput, input, operation, type Operation, text, z, type Open } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { functionArn } from '@arch/services/lambda';
import { CreateIntegrationCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { httpIntegration, type HttpIntegration } from './http-integration.js';

export interface CreateHttpIntegrationInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /**
   * ARN of a function, version or alias. Its policy must allow API Gateway to invoke it; `routeToFunction` adds the statement. Provide this
   * or `url`.
   */
  readonly functionArn?: string | undefined;
  /** URL of an HTTP server on the internet. It can contain path variables of the route, e.g. `https://example.com/{proxy}`. Provide this or `functionArn`. */
  readonly url?: string | undefined;
  /** HTTP method of the requests to a server. Default: `ANY`, the method of the received request. */
  readonly integrationMethod?: string | undefined;
  /** Format of the event for a function. Default: `2.0` for a function, the format of `parseHttpApiEvent`, and `1.0` for a server. */
  readonly payloadFormatVersion?: Open<'1.0' | '2.0'> | undefined;
  /**
   * Time for which API Gateway waits for the response, in milliseconds, 50–30,000. It then returns the status 504. Default that AWS applies:
   * 30,000.
   */
  readonly timeoutMs?: number | undefined;
  /** Description, at most 1,024 characters. */
  readonly description?: string | undefined;
}

/**
 * Creates an integration of an HTTP API: a function or server to which routes send requests. Not idempotent: AWS has no idempotency token for
 * it, so a request without a response is not retried. To create an integration with a VPC link, use AWS's members in `aws`.
 *
 * @example
 * const { integrationId } = await createHttpIntegration({ apiId, url: 'https://api.example.com/orders' });
 * await createHttpRoute({ apiId, routeKey: 'ANY /orders', integrationId });
 * @throws {NotFoundError} there is no such API in this region.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html
 */
export const createHttpIntegration: Operation<CreateHttpIntegrationInput, HttpIntegration, { on: 'apiId' }> = operation(
  () => ({
    name: 'createHttpIntegration',
    service: apiGateway,
    command: CreateIntegrationCommand,
    permissions: [{ action: 'apigateway:POST', resources: ['Integrations'] }],
    input: input<CreateHttpIntegrationInput>({
      apiId: apiId(),
      functionArn: z.optional(functionArn()),
      url: z.optional(
        z.string().check(z.regex(/^https?:\/\/\S{1,2040}$/, 'a URL that begins with http:// or https://')),
      ),
      integrationMethod: z.optional(z.string().check(z.regex(/^[A-Z]{1,64}$/, 'a method in capital letters, or ANY'))),
      payloadFormatVersion: z.optional(z.enum(['1.0', '2.0'])),
      timeoutMs: z.optional(z.int().check(z.gte(50), z.lte(30_000))),
      description: z.optional(text(0, 1_024)),
    }).check(
      z.refine(
        ({ functionArn, url, aws }) =>
          (functionArn !== undefined) !== (url !== undefined) || (aws !== undefined && !functionArn && !url),
        'either functionArn or url, or the members of the integration in aws',
      ),
      z.refine(
        ({ functionArn, integrationMethod, payloadFormatVersion }) =>
          functionArn === undefined ? payloadFormatVersion !== '2.0' : integrationMethod === undefined,
        'integrationMethod only without functionArn, and payloadFormatVersion "2.0" only with functionArn',
      ),
    ),
    output: httpIntegration(),
    request: ({ apiId, functionArn, url, integrationMethod = 'ANY', payloadFormatVersion, timeoutMs }) => ({
      ApiId: apiId,
      IntegrationType: functionArn ? ('AWS_PROXY' as const) : ('HTTP_PROXY' as const),
      IntegrationUri: functionArn ?? url,
      PayloadFormatVersion: payloadFormatVersion ?? (functionArn ? '2.0' : '1.0'),
      ...(!functionArn && { IntegrationMethod: integrationMethod }),
      ...(timeoutMs !== undefined && { TimeoutInMillis: timeoutMs }),
    }),
    repeatable: false,
    creates: ({ integrationId }) => [integrationId],
    errors: httpApiErrors,
  }),
);
