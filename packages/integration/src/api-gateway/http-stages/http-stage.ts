import {
  type AwsResource,
  optionalString,
  from,
  maybe,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { AccessLogSettings$, type RouteSettings, Stage$ } from '@aws-sdk/client-apigatewayv2';

/** How much a route of a stage takes. */
export interface HttpRouteLimits {
  /** Requests at once beyond the rate. */
  readonly throttlingBurstLimit?: number | undefined;
  /** Requests a second in the long run. */
  readonly throttlingRateLimit?: number | undefined;
  /** Whether CloudWatch counts it by itself, which is billed. */
  readonly detailedMetricsEnabled?: boolean | undefined;
}

/** Where a stage writes a line for each request. */
export interface HttpAccessLogSettings {
  /** The ARN of a log group of CloudWatch Logs. */
  readonly destinationArn: string;
  /** A line, with variables such as `$context.requestId`. */
  readonly format?: string | undefined;
}

/** A stage: a version of an HTTP API that is served. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html */
export interface HttpStage extends HttpRouteLimits, AwsResource {
  /** `$default` is served at the API's own URL, another at `/<name>` below it. */
  readonly stageName: string;
  /** Whether it serves changes of the API by itself. */
  readonly autoDeploy: boolean;
  /** Absent until something has been deployed to it. */
  readonly deploymentId?: string | undefined;
  /** What became of the last deployment that it made by itself. */
  readonly lastDeploymentStatusMessage?: string | undefined;
  /** Limits of routes that have their own, by route key. */
  readonly routeSettings: Readonly<Record<string, HttpRouteLimits>>;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly accessLogSettings?: HttpAccessLogSettings | undefined;
  readonly description?: string | undefined;
  readonly createdDate: Date;
  readonly lastUpdatedDate: Date;
  readonly tags: Tags;
}

/** Parses one API Gateway `Stage` structure. */
export const httpStage = (): Schema<HttpStage> =>
  resource<HttpStage>(Stage$, {
    stageName: z.string(),
    autoDeploy: { type: z.boolean(), read: (value) => value ?? false },
    throttlingBurstLimit: from('DefaultRouteSettings.ThrottlingBurstLimit', z.optional(z.number())),
    throttlingRateLimit: from('DefaultRouteSettings.ThrottlingRateLimit', z.optional(z.number())),
    detailedMetricsEnabled: from('DefaultRouteSettings.DetailedMetricsEnabled', z.optional(z.boolean())),
    deploymentId: optionalString(),
    lastDeploymentStatusMessage: optionalString(),
    routeSettings: { type: z.record(z.string(), limits()), read: toLimits },
    stageVariables: { type: z.record(z.string(), z.string()), read: (value) => value ?? {} },
    accessLogSettings: maybe(accessLogSettings()),
    description: optionalString(),
    createdDate: z.date(),
    lastUpdatedDate: z.date(),
    tags: tags(),
  });

const accessLogSettings = (): Schema<HttpAccessLogSettings> =>
  resource<HttpAccessLogSettings>(AccessLogSettings$, { destinationArn: z.string(), format: optionalString() });

const limits = (): z.ZodMiniType<HttpRouteLimits> =>
  z.object({
    throttlingBurstLimit: z.optional(z.number()),
    throttlingRateLimit: z.optional(z.number()),
    detailedMetricsEnabled: z.optional(z.boolean()),
  });

/** Reads API Gateway's map of structures. */
const toLimits = (settings: unknown): unknown =>
  Object.fromEntries(
    Object.entries((settings ?? {}) as Readonly<Record<string, RouteSettings>>).map(([routeKey, each]) => [
      routeKey,
      {
        throttlingBurstLimit: each.ThrottlingBurstLimit,
        throttlingRateLimit: each.ThrottlingRateLimit,
        detailedMetricsEnabled: each.DetailedMetricsEnabled,
      },
    ]),
  );
