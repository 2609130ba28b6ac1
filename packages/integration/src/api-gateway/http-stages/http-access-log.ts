import { arn, type Permission, text, z } from '@arch/core/builder';

/** Where a stage is to write a line for each request. */
export interface HttpAccessLog {
  /** The ARN of a log group of CloudWatch Logs. */
  readonly destinationArn: string;
  /** One line of at most 1,024 characters with `$context.requestId` in it. Default: JSON that says who asked what, and what was answered. */
  readonly format?: string | undefined;
}

/** The members of {@link HttpAccessLog}, checked. */
export const httpAccessLog = (): z.ZodMiniType<HttpAccessLog> =>
  z.strictObject({
    destinationArn: arn('logs'),
    format: z.optional(
      text(1, 1_024).check(
        z.regex(/^.*\$context\.(?:extendedR|r)equestId\b.*$/, 'one line with $context.requestId in it'),
      ),
    ),
  });

/** API Gateway fills the variables in, without regard to quotes. */
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

/** The log as API Gateway takes it. */
export const toAccessLogSettings = ({
  destinationArn,
  format = accessLine(),
}: HttpAccessLog): { readonly DestinationArn: string; readonly Format: string } => ({
  // CloudWatch Logs gives the ARN of a group with `:*` at its end, which stands for the streams in it.
  DestinationArn: destinationArn.replace(/:\*$/, ''),
  Format: format,
});

/** What IAM asks for where a stage is told to write a log. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html */
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
