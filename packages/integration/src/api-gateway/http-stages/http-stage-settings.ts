import { type input, secret, text, z } from '@arch/core/builder';
import { routeKey } from '@arch/services/api-gateway';

import { httpAccessLog, type HttpAccessLog, toAccessLogSettings } from './http-access-log.js';
import type { HttpRouteLimits } from './http-stage.js';

/** What can be said of a stage, when it is made and later. */
export interface HttpStageSettings {
  /** Requests at once beyond the rate, to a route without limits of its own. Default: the account's in the region, which AWS sets to 5,000. */
  readonly throttlingBurstLimit?: number | undefined;
  /**
   * Requests a second in the long run, to a route without limits of its own; what is more is answered with 429. Default: the account's in
   * the region, which AWS sets to 10,000.
   */
  readonly throttlingRateLimit?: number | undefined;
  /** Has CloudWatch count each route by itself, which is billed. Default `false`. */
  readonly detailedMetricsEnabled?: boolean | undefined;
  /** Limits of routes that have their own, by route key. */
  readonly routeSettings?: Readonly<Record<string, HttpRouteLimits>> | undefined;
  /** Values that functions find in their event, by name. */
  readonly stageVariables?: Readonly<Record<string, string>> | undefined;
  /** Default: nothing is written. */
  readonly accessLogSettings?: HttpAccessLog | undefined;
  /** At most 1,024 characters. */
  readonly description?: string | undefined;
}

const limitFields = (): Parameters<typeof input<HttpRouteLimits>>[0] => ({
  throttlingBurstLimit: z.optional(z.int().check(z.gte(0))),
  throttlingRateLimit: z.optional(z.number().check(z.gte(0))),
  detailedMetricsEnabled: z.optional(z.boolean()),
});

/** The members of {@link HttpStageSettings}, checked. */
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

/** The settings as API Gateway has them; what is not named is left out. */
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
