// Services with endpoints that span several regions need these signatures, which are valid in all of the regions.
export { SignatureV4MultiRegion, SignatureV4SignWithCredentials } from '@aws-sdk/signature-v4-multi-region';
