import { request } from 'node:http';
import type { AccessKey } from '../guard/access-key.js';
import { signRequest } from '../guard/sign-request.js';

/** Sends a request without a body, signed if there is an access key. Returns the status, or `undefined` without a response within 10 s. */
export function requestStatus(url: string, method: 'GET' | 'POST', accessKey?: AccessKey): Promise<number | undefined> {
  // versitygw accepts only signatures for S3; the other emulators accept those for any service.
  const headers = accessKey === undefined ? {} : signRequest({ method, url, service: 's3' }, accessKey);
  return new Promise((resolve) => {
    // With `agent: false`, the request keeps no socket open and uses no proxy.
    const sent = request(url, { method, headers, agent: false, timeout: 10_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(undefined));
    sent.end();
  });
}
