import { z } from '@arch/core/builder';

import {
  headersOf,
  type HttpRequestEvent,
  listRecord,
  optionalText,
  queryOf,
  textRecord,
  texts,
} from '../http-request-event.js';

interface RestApiFields {
  readonly headers: ReturnType<typeof textRecord>;
  readonly multiValueHeaders: ReturnType<typeof listRecord>;
  readonly queryStringParameters: ReturnType<typeof textRecord>;
  readonly multiValueQueryStringParameters: ReturnType<typeof listRecord>;
  readonly pathParameters: ReturnType<typeof textRecord>;
  readonly stageVariables: ReturnType<typeof textRecord>;
  readonly requestContext: z.ZodMiniType<{
    readonly requestId: string | null | undefined;
    readonly identity?: { readonly sourceIp: string | null | undefined } | null | undefined;
  }>;
}

/** The schemas of the members that all events of a REST API (payload 1.0) share. */
export const restApiFields = (): RestApiFields => ({
  headers: textRecord(),
  multiValueHeaders: listRecord(),
  queryStringParameters: textRecord(),
  multiValueQueryStringParameters: listRecord(),
  pathParameters: textRecord(),
  stageVariables: textRecord(),
  requestContext: z.object({
    requestId: optionalText(),
    identity: z.optional(z.nullable(z.object({ sourceIp: optionalText() }))),
  }),
});

/** The request in an event of a REST API, without its method and path. */
export interface RestApiRequest extends Pick<
  HttpRequestEvent,
  'headers' | 'query' | 'pathParameters' | 'stageVariables'
> {
  readonly requestId: string | null | undefined;
  readonly sourceIp: string | null | undefined;
}

/** Reads the request in an event of a REST API (payload 1.0). */
export const restApiRequest = (sent: {
  readonly [Name in keyof RestApiFields]: z.infer<RestApiFields[Name]>;
}): RestApiRequest => ({
  headers: headersOf(sent.headers, sent.multiValueHeaders),
  query: queryOf(sent.queryStringParameters, sent.multiValueQueryStringParameters),
  pathParameters: texts(sent.pathParameters),
  stageVariables: texts(sent.stageVariables),
  requestId: sent.requestContext.requestId,
  sourceIp: sent.requestContext.identity?.sourceIp,
});
