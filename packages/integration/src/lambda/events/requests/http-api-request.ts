import { z } from '@arch/core/builder';

import { headersOf, type HttpRequestEvent, type Lax, optionalText, textRecord, texts } from '../http-request-event.js';

interface HttpApiFields {
  readonly rawPath: z.ZodMiniType<string>;
  readonly rawQueryString: Lax<string>;
  readonly cookies: Lax<string[]>;
  readonly headers: ReturnType<typeof textRecord>;
  readonly pathParameters: ReturnType<typeof textRecord>;
  readonly stageVariables: ReturnType<typeof textRecord>;
  readonly requestContext: z.ZodMiniType<{
    readonly requestId: string | null | undefined;
    readonly http: { readonly method: string; readonly sourceIp: string | null | undefined };
  }>;
}

/** The schemas of the members that all events of an HTTP API (payload 2.0) share. */
export const httpApiFields = (): HttpApiFields => ({
  rawPath: z.string(),
  rawQueryString: optionalText(),
  cookies: z.optional(z.nullable(z.array(z.string()))),
  headers: textRecord(),
  pathParameters: textRecord(),
  stageVariables: textRecord(),
  requestContext: z.object({
    requestId: optionalText(),
    http: z.object({ method: z.string(), sourceIp: optionalText() }),
  }),
});

/** The request in an event of an HTTP API. */
export interface HttpApiRequest extends Pick<
  HttpRequestEvent,
  'method' | 'path' | 'headers' | 'query' | 'pathParameters' | 'stageVariables'
> {
  readonly requestId: string | null | undefined;
  readonly sourceIp: string | null | undefined;
}

/** Reads the request in an event of an HTTP API (payload 2.0). */
export const httpApiRequest = (sent: {
  readonly [Name in keyof HttpApiFields]: z.infer<HttpApiFields[Name]>;
}): HttpApiRequest => {
  const { cookies, requestContext } = sent;
  // API Gateway moves cookies out of the headers.
  const cookie = cookies && cookies.length > 0 ? { cookie: cookies.join('; ') } : {};
  // `queryStringParameters` joins several values of one name with commas, which values can also contain. The raw query is unambiguous.
  const parameters = new URLSearchParams(sent.rawQueryString ?? '');
  return {
    method: requestContext.http.method,
    path: sent.rawPath,
    headers: { ...headersOf(sent.headers), ...cookie },
    query: Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)])),
    pathParameters: texts(sent.pathParameters),
    stageVariables: texts(sent.stageVariables),
    requestId: requestContext.requestId,
    sourceIp: requestContext.http.sourceIp,
  };
};
