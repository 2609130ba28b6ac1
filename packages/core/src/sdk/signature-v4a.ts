// What services with endpoints over several regions need to sign for all of them.
export { SignatureV4MultiRegion, SignatureV4SignWithCredentials } from '@aws-sdk/signature-v4-multi-region';
