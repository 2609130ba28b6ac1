import { testKey } from '../../__fixtures__/test-key.js';
import { signRequest } from '../../guard/sign-request.js';

/** What a façade answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body, as AWS's JSON. */
  readonly body: any;
}

/** Calls an operation: `RedshiftData.ExecuteStatement` by its name, `/Execute` by its path. */
export async function ask(endpoint: string, operation: string, request: object = {}): Promise<Answer> {
  const isPath = operation.startsWith('/');
  const headers: Record<string, string> = isPath
    ? { 'content-type': 'application/json' }
    : { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': operation };
  const url = isPath ? `${endpoint}${operation}` : `${endpoint}/`;
  const body = JSON.stringify(request);
  const signed = signRequest({ method: 'POST', url, headers, body }, testKey);
  const response = await fetch(url, { method: 'POST', headers: signed, body });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
