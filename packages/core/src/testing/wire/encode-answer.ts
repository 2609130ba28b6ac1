import type { NormalizedSchema } from '@smithy/core/schema';

import type { SentOperation } from '../../transport/sent-operation.js';
import { AnswerError } from '../answer-error.js';
import { bindToHttp } from './bind-to-http.js';
import { encodeJson } from './encode-json.js';
import { encodeXml } from './encode-xml.js';
import { outputSchema, type Protocol, protocolOf } from './protocol.js';
import type { WireAnswer } from './wire-answer.js';

/** The output of an operation in the SDK's form, to be encoded. */
export interface Encoding {
  readonly operation: SentOperation;
  readonly value: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  /** The HTTP method: the response to `HEAD` has no body. */
  readonly method: string;
}

/** Encodes an output in the protocol of the service. */
export const encodeAnswer = (encoding: Encoding): WireAnswer => {
  const protocol = protocolOf(encoding.operation);
  if (outputSchema(encoding.operation).getEventStreamMember()) {
    throw new AnswerError(`fakeAws does not support ${encoding.operation.name}: its response is an event stream.`);
  }
  const answer = protocol.startsWith('rest') ? restAnswer(encoding, protocol) : rpcAnswer(encoding, protocol);
  const body = encoding.method === 'HEAD' ? Buffer.alloc(0) : Buffer.from(answer.body);
  // A content-length in the output is kept: a test can describe a body that it omits.
  return { status: answer.status, headers: { 'content-length': String(body.length), ...answer.headers }, body };
};

interface Encoded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const rpcAnswer = ({ operation, value, requestId }: Encoding, protocol: Protocol): Encoded => {
  const headers = { 'x-amzn-requestid': requestId };
  if (protocol === 'ec2Query' || protocol === 'awsQuery') {
    const body = encodeXml(operation, value, requestId);
    return { status: 200, headers: { ...headers, 'content-type': 'text/xml;charset=UTF-8' }, body };
  }
  const output = outputSchema(operation);
  const contentType = protocol === 'awsJson1_0' ? 'application/x-amz-json-1.0' : 'application/x-amz-json-1.1';
  const body = output.isUnitSchema() ? '' : JSON.stringify(encodeJson(output, value, false));
  return { status: 200, headers: { ...headers, 'content-type': contentType }, body };
};

const restAnswer = (encoding: Encoding, protocol: Protocol): Encoded => {
  const { operation, value, requestId } = encoding;
  const bound = bindToHttp(outputSchema(operation), value);
  const isXml = protocol === 'restXml';
  return {
    status: bound.status ?? modelledStatus(operation),
    headers: {
      [isXml ? 'x-amz-request-id' : 'x-amzn-requestid']: requestId,
      'content-type': isXml ? 'application/xml' : 'application/json',
      ...bound.headers,
    },
    body: bound.payload ? payloadText(bound.payload, encoding, isXml) : restBody(bound.body, encoding, isXml),
  };
};

const payloadText = (
  { schema, value }: { readonly schema: NormalizedSchema; readonly value: unknown },
  { operation, value: output, requestId }: Encoding,
  isXml: boolean,
): string | Uint8Array => {
  if (value === undefined) return '';
  if (schema.isBlobSchema()) return value as Uint8Array;
  if (schema.isStringSchema()) return value as string;
  return isXml ? encodeXml(operation, output, requestId) : JSON.stringify(encodeJson(schema, value, true));
};

const restBody = (members: object | undefined, { operation, value, requestId }: Encoding, isXml: boolean): string => {
  if (!members) return '';
  return isXml
    ? encodeXml(operation, value, requestId)
    : JSON.stringify(encodeJson(outputSchema(operation), members, true));
};

// [method, path, status]
const modelledStatus = ({ schema }: SentOperation): number => {
  const { http } = schema[3] as { readonly http?: readonly [string, string, number] };
  return http?.[2] ?? 200;
};
