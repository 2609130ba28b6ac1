export { modifyInstance, type ModifyInstanceInput } from './modify-instance.js';
export type { MetadataOptionsInput } from '../clients/metadata-options-input.js';
export { resizeInstance, type ResizeInstanceInput } from './resize-instance.js';
export type { UserData } from '../clients/user-data.js';
