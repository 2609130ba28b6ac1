// A separate file, because it is loaded only if no region is set otherwise.
import { NODE_REGION_CONFIG_OPTIONS } from '@smithy/core/config';

/** Returns the region of the EC2 instance that runs this process, within a second. `undefined` elsewhere. */
export const instanceRegion = async (): Promise<string | undefined> => {
  const request = NODE_REGION_CONFIG_OPTIONS.default as () => Promise<string>;
  return request().catch(() => undefined);
};
