export type { Bandwidth } from './bandwidth.js';
export { bandwidthOf, bandwidthSettings, type BandwidthSettings } from './bandwidth-settings.js';
export { paced } from './paced.js';
