export type { LaunchInput, SpotMarket } from './launch-input.js';
export { runInstance, type RunInstanceInput } from './run-instance.js';
export { runInstances, type RunInstancesInput } from './run-instances.js';
export type { VolumeInput } from '../../volume-input.js';
export type { LaunchData } from '../../launch-data.js';
