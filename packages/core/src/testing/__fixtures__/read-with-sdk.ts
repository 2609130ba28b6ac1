import { Readable } from 'node:stream';

import {
  AwsJson1_0Protocol,
  AwsJson1_1Protocol,
  AwsRestJsonProtocol,
  AwsRestXmlProtocol,
} from '@aws-sdk/core/protocols';
import { HttpResponse } from '@smithy/core/protocols';
import { fromBase64, fromUtf8, toBase64, toUtf8 } from '@smithy/core/serde';
import { streamCollector } from '@smithy/node-http-handler';

import type { WireAnswer } from '../wire/wire-answer.js';

const settings = { defaultNamespace: 'com.example.widgets', xmlNamespace: '', serviceTarget: 'Widgets' };

type JsonOrRest = 'awsJson1_0' | 'awsJson1_1' | 'restJson1' | 'restXml';

const makeProtocol = (
  protocol: JsonOrRest,
): AwsRestJsonProtocol | AwsRestXmlProtocol | AwsJson1_0Protocol | AwsJson1_1Protocol => {
  if (protocol === 'restJson1') return new AwsRestJsonProtocol(settings);
  if (protocol === 'restXml') return new AwsRestXmlProtocol(settings);
  if (protocol === 'awsJson1_0') return new AwsJson1_0Protocol(settings);
  return new AwsJson1_1Protocol({ ...settings, awsQueryCompatible: true });
};

/** Decodes a response with the SDK's own protocol. */
export const readWithSdk = async (
  protocolName: JsonOrRest,
  [, namespace, name, traits, input, output]: readonly unknown[],
  { status, headers, body }: WireAnswer,
): Promise<Record<string, unknown>> => {
  const protocol = makeProtocol(protocolName);
  const context = {
    base64Decoder: fromBase64,
    base64Encoder: toBase64,
    utf8Decoder: fromUtf8,
    utf8Encoder: toUtf8,
    streamCollector,
  };
  protocol.setSerdeContext(context as never);
  const response = new HttpResponse({
    statusCode: status,
    headers: { ...headers },
    body: Readable.from(body.length > 0 ? [body] : []),
  });
  const operation = { namespace, name, traits, input, output };
  const { $metadata: _, ...received } = await protocol.deserializeResponse(
    operation as never,
    context as never,
    response,
  );
  return received;
};
