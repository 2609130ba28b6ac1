import { request } from 'node:http';

/** Sends a request without a body and returns the answer's status, or nothing when nobody answers within 10 s. */
export function requestStatus(url: string, method: 'GET' | 'POST'): Promise<number | undefined> {
  return new Promise((resolve) => {
    // An agent of its own keeps no socket open and knows no proxy.
    const sent = request(url, { method, agent: false, timeout: 10_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(undefined));
    sent.end();
  });
}
