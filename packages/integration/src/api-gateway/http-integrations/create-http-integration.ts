import { type AwsInput, input, operation, type Operation, text, z, type Open } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { functionArn } from '@arch/services/lambda';
import { CreateIntegrationCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { httpIntegration, type HttpIntegration } from './http-integration.js';

export interface CreateHttpIntegrationInput extends AwsInput {
  readonly apiId: string;
  /** The function, or the version or alias of it, that is called; it has to allow it, as `routeToFunction` sees to. Or a `url`. */
  readonly functionArn?: string | undefined;
  /** The server that is called instead of a function, over the internet. It may have the path variables of the route: `https://example.com/{proxy}`. */
  readonly url?: string | undefined;
  /** The method that a server is called with. Default `ANY`: that of the request. */
  readonly integrationMethod?: string | undefined;
  /** What the event of a function looks like. Default `2.0`, which `parseHttpApiEvent` reads. */
  readonly payloadFormatVersion?: Open<'1.0' | '2.0'> | undefined;
  /** For how long API Gateway waits for the answer, 50–30,000; then it answers 504 itself. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** At most 1,024 characters. */
  readonly description?: string | undefined;
}

/**
 * Gives an HTTP API something to call: a function or a server. Routes then name it. AWS has no token for it: a call whose answer is lost is
 * not repeated. What is behind a VPC link is said in AWS's words, in `aws`.
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
      integrationMethod: z.optional(z.string().check(z.regex(/^[A-Z]{1,64}$/, 'a method in capitals, or ANY'))),
      payloadFormatVersion: z.optional(z.enum(['1.0', '2.0'])),
      timeoutMs: z.optional(z.int().check(z.gte(50), z.lte(30_000))),
      description: z.optional(text(0, 1_024)),
    }).check(
      z.refine(
        ({ functionArn, url, aws }) =>
          (functionArn !== undefined) !== (url !== undefined) || (aws !== undefined && !functionArn && !url),
        'either functionArn or url, or the members of AWS in aws',
      ),
      z.refine(
        ({ functionArn, integrationMethod, payloadFormatVersion }) =>
          functionArn === undefined ? payloadFormatVersion !== '2.0' : integrationMethod === undefined,
        'no integrationMethod for a function, and payloadFormatVersion 2.0 only for a function',
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
