import { channel } from 'node:diagnostics_channel';
import http from 'node:http';

import { nodeHttps } from './node-https.js';

/** The text of Node's own functions. Libraries for tests and instrumentation replace them. */
const ownText = {
  http: /^function request\(url, options, cb\) \{\s*return new ClientRequest\(url, options, cb\);\s*\}$/,
  https: /^function request\(\.\.\.args\) \{[\s\S]*\bReflectConstruct\(ClientRequest, args\);\s*\}$/,
} as const;

const channels = [channel('http.client.request.created'), channel('http.client.request.start')];

const known = new WeakMap<object, boolean>();

const isOwn = (request: object, text: RegExp): boolean => {
  let own = known.get(request);
  if (own === undefined) known.set(request, (own = text.test(Function.prototype.toString.call(request))));
  return own;
};

/** Whether nobody observes or replaces Node's requests with or without TLS, so that a request on another way is not missed. */
export const isDirect = (isSecure: boolean): boolean =>
  (isSecure ? isOwn(nodeHttps().request, ownText.https) : isOwn(http.request, ownText.http)) &&
  !channels.some(({ hasSubscribers }) => hasSubscribers);
