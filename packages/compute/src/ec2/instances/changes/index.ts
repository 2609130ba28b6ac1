export { modifyInstance, type ModifyInstanceInput } from './modify-instance.js';
export type { MetadataOptionsInput } from '../../metadata-options-input.js';
export { resizeInstance, type ResizeInstanceInput } from './resize-instance.js';
export type { UserData } from '../../user-data.js';
