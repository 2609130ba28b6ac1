import type { StandardSchema } from '@arch/core';
import { z } from '@arch/core/builder';

import { present } from './present.js';
import { readJson } from './read-json.js';

/** An HTTP request that API Gateway, a function URL or a load balancer sends to a Lambda function. */
export interface HttpRequestEvent<Body = string | undefined> {
  /** HTTP method in upper case, e.g. `GET`. */
  readonly method: string;
  /** Path of the request, without the query. */
  readonly path: string;
  /** The matched route or resource, e.g. `GET /orders/{id}`. Absent for a load balancer. */
  readonly route?: string;
  /** Headers, with names in lower case. Several headers with one name are joined by `, `, cookies by `; `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Query parameters, with all values of each. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Values of the path variables of the route. `{}` if there are none. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Variables of the API stage. `{}` if there are none. */
  readonly stageVariables: Readonly<Record<string, string>>;
  /** Body: the output of the schema, or text if there is no schema. Base64 is decoded. `undefined` without a body. */
  readonly body: Body;
  /** The bytes of a body that was sent as base64. */
  readonly bytes?: Uint8Array;
  /** ID of the request. */
  readonly requestId?: string;
  /** IP address of the client. */
  readonly sourceIp?: string;
}

/** The members of a request before its body is decoded. */
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

/** Decodes the body of a request, and parses it as JSON if there is a schema. */
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

/** Removes absent values and `null` from a record of strings. */
export const texts = (
  record: Readonly<Record<string, string | null | undefined>> | null | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(record ?? {}).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, value]],
    ),
  );

/** Headers with names in lower case. The second record contains all values of each header. */
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

/** Query parameters with all values of each. */
export const queryOf = (
  single: Readonly<Record<string, string | null | undefined>> | null | undefined,
  multiple?: Readonly<Record<string, readonly string[] | null>> | null,
): Readonly<Record<string, readonly string[]>> => ({
  ...Object.fromEntries(Object.entries(texts(single)).map(([name, value]) => [name, [value]])),
  ...Object.fromEntries(Object.entries(multiple ?? {}).flatMap(([name, values]) => (values ? [[name, values]] : []))),
});

/** The schema of a member that API Gateway and load balancers may omit or send as `null`. */
export type Lax<Value> = z.ZodMiniType<Value | null | undefined>;
export const optionalText = (): Lax<string> => z.optional(z.nullable(z.string()));
export const textRecord = (): Lax<Record<string, string | null | undefined>> =>
  z.optional(z.nullable(z.record(z.string(), optionalText())));
export const listRecord = (): Lax<Record<string, string[] | null>> =>
  z.optional(z.nullable(z.record(z.string(), z.nullable(z.array(z.string())))));
