import { jsonText } from '@arch/core/builder';

/** The response of a Lambda function to API Gateway, a function URL or a load balancer. */
export interface HttpResponse {
  /** HTTP status code. */
  readonly statusCode: number;
  /** Headers by name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Body as text. */
  readonly body: string;
  /** Whether the body is base64. */
  readonly isBase64Encoded: boolean;
}

/**
 * Creates a response with a JSON body for API Gateway, a function URL or a load balancer. The default status code is 200.
 *
 * @example
 * return jsonResponse({ statusCode: 201, value: { orderId } });
 * @throws {InvalidInputError} JSON does not support the value.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const jsonResponse = ({
  statusCode = 200,
  value,
  headers = {},
}: {
  /** HTTP status code. Default: 200. */
  readonly statusCode?: number | undefined;
  /** Value of the body, which is converted to JSON. */
  readonly value: unknown;
  /** Further headers. Default: only `content-type: application/json`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}): HttpResponse => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...headers },
  body: jsonText(value ?? null, { operation: 'jsonResponse', place: 'value' }),
  isBase64Encoded: false,
});
