import { channel } from 'node:diagnostics_channel';
import http from 'node:http';
import https from 'node:https';

/** The text of Node's own functions. Libraries for tests and instrumentation replace them. */
const own = [
  [http, /^function request\(url, options, cb\) \{\s*return new ClientRequest\(url, options, cb\);\s*\}$/],
  [https, /^function request\(\.\.\.args\) \{[\s\S]*\bReflectConstruct\(ClientRequest, args\);\s*\}$/],
] as const;

const channels = ['http.client.request.created', 'http.client.request.start'];

/** Whether nobody observes or replaces Node's HTTP requests, so that a request on another way is not missed. */
export const isDirect = (): boolean =>
  own.every(([{ request }, text]) => text.test(Function.prototype.toString.call(request))) &&
  !channels.some((name) => channel(name).hasSubscribers);
