// A file of its own, because it is loaded where no region is set otherwise.
export { loadSharedConfigFiles } from '@smithy/core/config';
