import type { LazyProtocol } from './protocol.js';

/** The protocols JSON 1.0 and JSON 1.1 of AWS, e.g. of SQS. */
export const awsJson: LazyProtocol = async () => (await import('./aws-json-protocol.js')).awsJsonProtocol;
