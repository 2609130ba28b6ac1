import { type CallOptions, warn } from '@arch/core/builder';

/** Returns a function that publishes a warning with the lower number of requests in parallel. */
export const warnOfThrottling =
  (operation: string, most: number, { session, region, profile, onEvent }: CallOptions) =>
  (total: number): void =>
    warn({
      operation,
      session,
      region,
      profile,
      onEvent,
      message: `S3 rejects requests because there are too many. ${total} instead of ${most} parts are now in progress at the same time; the number grows again when requests succeed.`,
    });
