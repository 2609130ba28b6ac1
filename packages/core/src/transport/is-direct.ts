import { channel } from 'node:diagnostics_channel';
import http from 'node:http';
import https from 'node:https';

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

/** Whether nobody observes or replaces Node's HTTP requests, so that a request on another way is not missed. */
export const isDirect = (): boolean =>
  isOwn(http.request, ownText.http) &&
  isOwn(https.request, ownText.https) &&
  !channels.some(({ hasSubscribers }) => hasSubscribers);
