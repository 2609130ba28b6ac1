// What only S3 needs: checksums in the trailer of a request, and of an answer while it is read.
export {
  getFlexibleChecksumsPlugin,
  NODE_REQUEST_CHECKSUM_CALCULATION_CONFIG_OPTIONS,
  NODE_RESPONSE_CHECKSUM_VALIDATION_CONFIG_OPTIONS,
  resolveFlexibleChecksumsConfig,
} from '@aws-sdk/checksums/flexible-checksums';
export { Sha1 } from '@aws-sdk/checksums/sha';
