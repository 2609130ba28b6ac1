export { disableEbsEncryptionByDefault } from './disable-ebs-encryption-by-default.js';
export type { EbsDefaultKmsKey } from './ebs-default-kms-key.js';
export type { EbsEncryptionByDefault } from './ebs-encryption-by-default.js';
export { enableEbsEncryptionByDefault } from './enable-ebs-encryption-by-default.js';
export { getEbsDefaultKmsKeyId } from './get-ebs-default-kms-key-id.js';
export { getEbsEncryptionByDefault } from './get-ebs-encryption-by-default.js';
export { modifyEbsDefaultKmsKeyId, type ModifyEbsDefaultKmsKeyIdInput } from './modify-ebs-default-kms-key-id.js';
export { resetEbsDefaultKmsKeyId } from './reset-ebs-default-kms-key-id.js';
