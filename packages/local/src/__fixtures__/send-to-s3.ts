import type { Agent } from 'node:http';

import { signRequest } from '../guard/sign-request.js';
import type { LocalAws } from '../local-aws.js';
import { rawRequest, type RawResponse } from './raw-request.js';

export interface S3Request {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly agent?: Agent;
}

/** Sends a signed request to S3 without an SDK. `path` contains the query string, whose parameters without a value end in `=`. */
export async function sendToS3(
  { endpoints, credentials }: Pick<LocalAws, 'endpoints' | 'credentials'>,
  method: string,
  path: string,
  { headers, body, agent }: S3Request = {},
): Promise<RawResponse> {
  const url = `${endpoints['S3']}${path}`;
  const signed = signRequest({ method, url, headers, body, service: 's3' }, credentials);
  return rawRequest(url, { method, headers: signed, ...(body !== undefined && { body }), ...(agent && { agent }) });
}
