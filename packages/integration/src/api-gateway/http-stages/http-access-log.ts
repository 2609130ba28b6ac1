import { arn, type Permission, text, z } from '@arch/core/builder';

/** Settings of an access log, which contains a line for each request. */
export interface HttpAccessLog {
  /** ARN of a log group of CloudWatch Logs. */
  readonly destinationArn: string;
  /** Format of a line, at most 1,024 characters, with `$context.requestId`. Default: JSON with client address, request, status and latency. */
  readonly format?: string | undefined;
}

/** The schema of {@link HttpAccessLog}. */
export const httpAccessLog = (): z.ZodMiniType<HttpAccessLog> =>
  z.strictObject({
    destinationArn: arn('logs'),
    format: z.optional(
      text(1, 1_024).check(
        z.regex(/^.*\$context\.(?:extendedR|r)equestId\b.*$/, 'one line that contains $context.requestId'),
      ),
    ),
  });

/** The default format. API Gateway also replaces variables within quotes. */
const accessLine = (): string =>
  JSON.stringify({
    requestId: '$context.requestId',
    requestTime: '$context.requestTime',
    sourceIp: '$context.identity.sourceIp',
    httpMethod: '$context.httpMethod',
    path: '$context.path',
    routeKey: '$context.routeKey',
    protocol: '$context.protocol',
    status: '$context.status',
    responseLength: '$context.responseLength',
    responseLatencyMs: '$context.responseLatency',
    integrationError: '$context.integrationErrorMessage',
  });

/** Converts access log settings to AWS's form. */
export const toAccessLogSettings = ({
  destinationArn,
  format = accessLine(),
}: HttpAccessLog): { readonly DestinationArn: string; readonly Format: string } => ({
  // CloudWatch Logs returns the ARN of a log group with `:*` at its end, which means all its streams.
  DestinationArn: destinationArn.replace(/:\*$/, ''),
  Format: format,
});

/** The permissions that are required to set an access log. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html */
export const accessLogPermissions = (): readonly Permission[] =>
  [
    'logs:CreateLogDelivery',
    'logs:DescribeLogGroups',
    'logs:DescribeResourcePolicies',
    'logs:GetLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:UpdateLogDelivery',
  ].map((action) => ({ action, with: 'accessLogSettings' }));
