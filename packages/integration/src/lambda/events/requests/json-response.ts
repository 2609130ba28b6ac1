import { jsonText } from '@arch/core/builder';

/** The response of a Lambda function to API Gateway, a function URL or a load balancer. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/**
 * Makes a response with JSON for API Gateway, a function URL or a load balancer. Throws `InvalidInputError` for a value that JSON does not support.
 *
 * @example
 * return jsonResponse({ statusCode: 201, value: { orderId } });
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const jsonResponse = ({
  statusCode = 200,
  value,
  headers = {},
}: {
  readonly statusCode?: number | undefined;
  readonly value: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}): HttpResponse => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...headers },
  body: jsonText(value ?? null, { operation: 'jsonResponse', place: 'value' }),
  isBase64Encoded: false,
});
