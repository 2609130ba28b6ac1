import type { StandardSchema } from '@arch/core';
import { z } from '@arch/core/builder';

import { present } from './present.js';
import { readJson } from './read-json.js';

/** A request over HTTP, as API Gateway, a function URL or a load balancer sends it to a Lambda function. */
export interface HttpRequestEvent<Body = string | undefined> {
  /** In capitals, e.g. `GET`. */
  readonly method: string;
  /** As in the request, without the query. */
  readonly path: string;
  /** The route or resource that matched, e.g. `GET /orders/{id}`; absent behind a load balancer. */
  readonly route?: string;
  /** Names in lower case; several of one name are joined by `, `, those of `cookie` by `; `. */
  readonly headers: Readonly<Record<string, string>>;
  /** All values of each parameter. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** The text (decoded if it was base64), what the schema made of it, or `undefined` without a body. */
  readonly body: Body;
  /** The bytes of a body that was sent as base64. */
  readonly bytes?: Uint8Array;
  readonly requestId?: string;
  readonly sourceIp?: string;
}

/** The members that all such events have, before the body is decoded. */
export interface RawRequest extends Pick<
  HttpRequestEvent,
  'method' | 'path' | 'headers' | 'query' | 'pathParameters' | 'stageVariables'
> {
  readonly route?: string | undefined;
  readonly requestId?: string | null | undefined;
  readonly sourceIp?: string | null | undefined;
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean | null | undefined;
}

/** The event with its body decoded, and read with the schema if there is one. */
export const withHttpBody = async (
  operation: string,
  { body, isBase64Encoded, route, requestId, sourceIp, ...request }: RawRequest,
  schema: StandardSchema<unknown> | undefined,
): Promise<HttpRequestEvent<unknown>> => {
  const bytes = isBase64Encoded && body ? Buffer.from(body, 'base64') : undefined;
  const text = bytes ? bytes.toString('utf8') : (body ?? undefined);
  const read = schema ? await readJson(operation, 'the body', text ?? '', schema) : text || undefined;
  return { ...request, body: read, ...present({ route, bytes, requestId, sourceIp }) };
};

/** A record of texts from one that may be absent or contain `null`. */
export const texts = (
  record: Readonly<Record<string, string | null | undefined>> | null | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(record ?? {}).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, value]],
    ),
  );

/** Headers with names in lower case; the second record contains all values of each header. */
export const headersOf = (
  single: Readonly<Record<string, string | null | undefined>> | null | undefined,
  multiple?: Readonly<Record<string, readonly string[] | null>> | null,
): Readonly<Record<string, string>> => {
  const entries = [
    ...Object.entries(texts(single)),
    ...Object.entries(multiple ?? {}).flatMap(([name, values]) =>
      values ? [[name, values.join(name.toLowerCase() === 'cookie' ? '; ' : ', ')] as const] : [],
    ),
  ];
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
};

/** All values of each parameter of a query. */
export const queryOf = (
  single: Readonly<Record<string, string | null | undefined>> | null | undefined,
  multiple?: Readonly<Record<string, readonly string[] | null>> | null,
): Readonly<Record<string, readonly string[]>> => ({
  ...Object.fromEntries(Object.entries(texts(single)).map(([name, value]) => [name, [value]])),
  ...Object.fromEntries(Object.entries(multiple ?? {}).flatMap(([name, values]) => (values ? [[name, values]] : []))),
});

/** Members that API Gateway and load balancers omit or send as `null`. */
export type Lax<Value> = z.ZodMiniType<Value | null | undefined>;
export const optionalText = (): Lax<string> => z.optional(z.nullable(z.string()));
export const textRecord = (): Lax<Record<string, string | null | undefined>> =>
  z.optional(z.nullable(z.record(z.string(), optionalText())));
export const listRecord = (): Lax<Record<string, string[] | null>> =>
  z.optional(z.nullable(z.record(z.string(), z.nullable(z.array(z.string())))));
