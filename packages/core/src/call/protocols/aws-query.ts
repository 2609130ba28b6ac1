import type { LazyProtocol } from './protocol.js';

/** The protocols of requests in form fields and responses in XML, e.g. of EC2. */
export const awsQuery: LazyProtocol = async () => (await import('./aws-query-protocol.js')).awsQueryProtocol;
