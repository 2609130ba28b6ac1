import { getEndpointFromInstructions } from '@smithy/core/endpoints';
import { HttpRequest } from '@smithy/core/protocols';

import { endpointInstructions } from './endpoint-instructions.js';

/** A request before its endpoint is known. */
export interface SignInRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; members that are undefined are omitted. */
  readonly body?: object;
}

/** Makes the HTTP request for the endpoint that the client's settings, the environment or the profile name. */
export const toSignInRequest = async (request: SignInRequest, config: object): Promise<HttpRequest> => {
  const { url } = await getEndpointFromInstructions(
    {},
    { getEndpointParameterInstructions: () => endpointInstructions },
    config,
  );
  const base = url.pathname.replace(/\/$/, '');
  return new HttpRequest({
    method: request.method,
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port !== '' && { port: Number(url.port) }),
    path: base + request.path,
    query: { ...request.query },
    headers: { ...(request.body && { 'content-type': 'application/json' }), ...request.headers },
    ...(request.body && { body: JSON.stringify(request.body) }),
  });
};
