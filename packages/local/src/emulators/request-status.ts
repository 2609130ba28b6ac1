import { request } from 'node:http';
import type { AccessKey } from '../guard/access-key.js';
import { signRequest } from '../guard/sign-request.js';

/** Sends a request without a body, signed if there is a key, and returns the answer's status, or nothing when nobody answers within 10 s. */
export function requestStatus(url: string, method: 'GET' | 'POST', accessKey?: AccessKey): Promise<number | undefined> {
  const headers = accessKey === undefined ? {} : signRequest({ method, url }, accessKey);
  return new Promise((resolve) => {
    // An agent of its own keeps no socket open and knows no proxy.
    const sent = request(url, { method, headers, agent: false, timeout: 10_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(undefined));
    sent.end();
  });
}
