export type { AccessKey } from './guard/access-key.js';
export type { LocalAws } from './local-aws.js';
export { LocalAwsError } from './local-aws-error.js';
export { localEnvironment } from './local-environment.js';
export type { S3Server } from './s3-servers.js';
export { startLocalAws, type StartLocalAwsOptions } from './start-local-aws.js';
export { findVersitygw, type FindVersitygwOptions } from './versitygw/find-versitygw.js';
