// A separate file, because it is loaded only if no region is set otherwise.
export { loadSharedConfigFiles } from '@smithy/core/config';
