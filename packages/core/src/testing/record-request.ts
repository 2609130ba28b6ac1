import { buildQueryString, type HttpRequest } from '@smithy/core/protocols';

import type { SentOperation } from '../transport/sent-operation.js';
import type { RecordedRequest } from './recorded-request.js';

const secretHeaders = new Set(['authorization', 'x-amz-security-token']);

/** Records a request, without its signature and session token. */
export const recordRequest = (
  request: HttpRequest,
  operation: SentOperation,
  facts: Pick<RecordedRequest, 'attempt' | 'atMs' | 'body'>,
): RecordedRequest => {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const query = buildQueryString(request.query);
  return {
    operation: operation.name,
    service: operation.serviceId,
    ...signerOf(headers['authorization']),
    ...facts,
    input: operation.input,
    method: request.method,
    host: request.port === undefined ? request.hostname : `${request.hostname}:${request.port}`,
    path: query ? `${request.path}?${query}` : request.path,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, secretHeaders.has(name) ? '<redacted>' : value]),
    ),
  };
};

// Credential=<access key>/<day>/<region>/<service>/aws4_request
const signerOf = (authorization = ''): Pick<RecordedRequest, 'region' | 'accessKeyId'> => {
  const [, accessKeyId, region] = /Credential=([^/]+)\/\d{8}\/([^/]+)\/[^/]+\/aws4_request/.exec(authorization) ?? [];
  return { region, accessKeyId };
};
