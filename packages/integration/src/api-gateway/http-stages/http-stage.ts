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

/** The limits and metrics of a route. */
export interface HttpRouteLimits {
  /** Burst limit, in requests. */
  readonly throttlingBurstLimit?: number | undefined;
  /** Rate limit, in requests per second. */
  readonly throttlingRateLimit?: number | undefined;
  /** Whether CloudWatch receives metrics of the route, which AWS bills. */
  readonly detailedMetricsEnabled?: boolean | undefined;
}

/** The access log of a stage, which contains a line for each request. */
export interface HttpAccessLogSettings {
  /** ARN of the log group of CloudWatch Logs. */
  readonly destinationArn: string;
  /** Format of a line, with variables such as `$context.requestId`. */
  readonly format?: string | undefined;
}

/** A stage, which serves an HTTP API. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html */
export interface HttpStage extends HttpRouteLimits, AwsResource {
  /** Name. The stage `$default` is served at the `apiEndpoint` of the API, others at `<apiEndpoint>/<stageName>`. */
  readonly stageName: string;
  /** Whether changes of the API are deployed automatically. */
  readonly autoDeploy: boolean;
  /** ID of the deployment that the stage serves. Absent before the first deployment. */
  readonly deploymentId?: string | undefined;
  /** Status of the last automatic deployment. Absent without `autoDeploy`. */
  readonly lastDeploymentStatusMessage?: string | undefined;
  /** Limits of individual routes, by route key. `{}` if there are none. */
  readonly routeSettings: Readonly<Record<string, HttpRouteLimits>>;
  /** Stage variables by name. `{}` if there are none. */
  readonly stageVariables: Readonly<Record<string, string>>;
  /** Access log. Absent if there is none. */
  readonly accessLogSettings?: HttpAccessLogSettings | undefined;
  /** Description. Absent if there is none. */
  readonly description?: string | undefined;
  /** Creation time, in UTC. */
  readonly createdDate: Date;
  /** Time of the last change, in UTC. */
  readonly lastUpdatedDate: Date;
  /** Tags of the stage. `{}` if there are none. */
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

/** Converts AWS's map of route settings. */
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
