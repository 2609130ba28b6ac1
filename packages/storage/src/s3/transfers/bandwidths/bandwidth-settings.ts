import { z } from '@arch/core/builder';

import { bandwidth, type Bandwidth } from './bandwidth.js';

/** The limit of the bandwidth of a transfer. */
export interface BandwidthSettings {
  /**
   * The maximum number of bytes per second, on average over all parts and files of the call. The transfer pauses before a part, and each part
   * is transferred at full speed: a smaller `partSizeBytes` makes the transfer more even. Requests that are retried are not counted. The
   * deadline of the call includes the pauses: at 1,000,000 bytes per second, 24 hours are sufficient for 86 GB. Default: no limit.
   */
  readonly maxBytesPerSecond?: number | undefined;
}

/** Checks the members of {@link BandwidthSettings}. */
export const bandwidthSettings = (): {
  readonly maxBytesPerSecond: z.ZodMiniType<BandwidthSettings['maxBytesPerSecond']>;
} => ({ maxBytesPerSecond: z.optional(z.int().check(z.gte(1))) });

/** Returns the bandwidth of a call. `undefined`: it is not limited. */
export const bandwidthOf = ({ maxBytesPerSecond }: BandwidthSettings): Bandwidth | undefined =>
  maxBytesPerSecond === undefined ? undefined : bandwidth(maxBytesPerSecond);
