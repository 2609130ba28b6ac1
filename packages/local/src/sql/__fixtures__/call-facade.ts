import { testKey } from '../../__fixtures__/test-key.js';
import { signRequest } from '../../guard/sign-request.js';

/** A response of a façade. */
export interface FacadeResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the body. */
  readonly body: any;
}

/** Calls an operation by its name, e.g. `RedshiftData.ExecuteStatement`, or by its path, e.g. `/Execute`. */
export async function callFacade(endpoint: string, operation: string, request: object = {}): Promise<FacadeResponse> {
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
