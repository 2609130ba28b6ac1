// Only S3 needs these: checksums in the trailer of a request, of a response while it is read, and of files.
export { Crc32c, Crc64Nvme } from '@aws-sdk/checksums/crc';
export {
  getFlexibleChecksumsPlugin,
  NODE_REQUEST_CHECKSUM_CALCULATION_CONFIG_OPTIONS,
  NODE_RESPONSE_CHECKSUM_VALIDATION_CONFIG_OPTIONS,
  resolveFlexibleChecksumsConfig,
} from '@aws-sdk/checksums/flexible-checksums';
export { Sha1 } from '@aws-sdk/checksums/sha';
