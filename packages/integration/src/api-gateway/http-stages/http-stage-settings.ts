import { type input, secret, text, z } from '@arch/core/builder';
import { routeKey } from '@arch/services/api-gateway';

import { httpAccessLog, type HttpAccessLog, toAccessLogSettings } from './http-access-log.js';
import type { HttpRouteLimits } from './http-stage.js';

/** The settings of a stage that `createHttpStage` and `updateHttpStage` share. */
export interface HttpStageSettings {
  /**
   * Burst limit of routes without their own limits, in requests. Default: the limit of the account in the region, 5,000 if AWS did not change
   * it.
   */
  readonly throttlingBurstLimit?: number | undefined;
  /**
   * Rate limit of routes without their own limits, in requests per second. API Gateway returns the status 429 above the limits. Default: the
   * limit of the account in the region, 10,000 if AWS did not change it.
   */
  readonly throttlingRateLimit?: number | undefined;
  /** Whether CloudWatch receives metrics of each route, which AWS bills. Default that AWS applies: `false`. */
  readonly detailedMetricsEnabled?: boolean | undefined;
  /** Limits of individual routes, by route key. */
  readonly routeSettings?: Readonly<Record<string, HttpRouteLimits>> | undefined;
  /** Stage variables by name. Functions receive them in their events. */
  readonly stageVariables?: Readonly<Record<string, string>> | undefined;
  /** Access log. Default: none. */
  readonly accessLogSettings?: HttpAccessLog | undefined;
  /** Description, at most 1,024 characters. */
  readonly description?: string | undefined;
}

const limitFields = (): Parameters<typeof input<HttpRouteLimits>>[0] => ({
  throttlingBurstLimit: z.optional(z.int().check(z.gte(0))),
  throttlingRateLimit: z.optional(z.number().check(z.gte(0))),
  detailedMetricsEnabled: z.optional(z.boolean()),
});

/** The schemas of the members of {@link HttpStageSettings}. */
export const httpStageSettingsFields = (): Parameters<typeof input<HttpStageSettings>>[0] => ({
  ...limitFields(),
  routeSettings: z.optional(z.record(routeKey(), z.strictObject(limitFields()))),
  stageVariables: z.optional(
    z.record(
      z.string().check(z.regex(/^\w{1,64}$/, 'letters, digits and _')),
      secret(z.string().check(z.regex(/^[\w.~:/?#&=,-]{1,2048}$/, 'letters, digits and -._~:/?#&=,'))),
    ),
  ),
  accessLogSettings: z.optional(httpAccessLog()),
  description: z.optional(text(0, 1_024)),
});

/** Converts settings to AWS's form. */
export const toStageRequest = (settings: HttpStageSettings): StageRequest => {
  const { throttlingBurstLimit, throttlingRateLimit, detailedMetricsEnabled, accessLogSettings } = settings;
  const own = {
    ...(throttlingBurstLimit !== undefined && { ThrottlingBurstLimit: throttlingBurstLimit }),
    ...(throttlingRateLimit !== undefined && { ThrottlingRateLimit: throttlingRateLimit }),
    ...(detailedMetricsEnabled !== undefined && { DetailedMetricsEnabled: detailedMetricsEnabled }),
  };
  return {
    ...(Object.keys(own).length > 0 && { DefaultRouteSettings: own }),
    ...(accessLogSettings && { AccessLogSettings: toAccessLogSettings(accessLogSettings) }),
  };
};

interface StageRequest {
  readonly DefaultRouteSettings?: {
    readonly ThrottlingBurstLimit?: number;
    readonly ThrottlingRateLimit?: number;
    readonly DetailedMetricsEnabled?: boolean;
  };
  readonly AccessLogSettings?: ReturnType<typeof toAccessLogSettings>;
}
