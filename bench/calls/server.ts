// A server that responds to a few operations of six services with constant documents. TLS=1: over TLS, with a certificate that it prints.
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';

import { generate } from 'selfsigned';

import { describeInstancesXml, instanceIdOf, instanceXml } from '../ec2-responses.ts';
import { contentOfObject, crc32Of, messageMd5, statement } from './data.ts';

interface Answer {
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

const answer = (type: string, text: string | Uint8Array, headers: Record<string, string> = {}): Answer => {
  const body = Buffer.from(text);
  return {
    headers: { 'content-type': type, 'content-length': String(body.length), 'x-amzn-requestid': 'bench', ...headers },
    body,
  };
};

const json = 'application/x-amz-json-1.0';
const answers: Readonly<Record<string, Answer>> = {
  'AmazonSQS.SendMessage': answer(json, JSON.stringify({ MessageId: 'message-1', MD5OfMessageBody: messageMd5 })),
  'RedshiftData.DescribeStatement': answer('application/x-amz-json-1.1', JSON.stringify(statement)),
  DescribeInstances: answer('text/xml;charset=UTF-8', describeInstancesXml([instanceXml(instanceIdOf(1), 'running')])),
  invocation: answer('application/json', '{"orderId":42}'),
  PUT: answer('application/xml', '', { etag: '"bench"' }),
  GET: answer('binary/octet-stream', contentOfObject, {
    etag: '"bench"',
    'last-modified': 'Mon, 30 Nov 2026 12:00:00 GMT',
    'x-amz-checksum-crc32': crc32Of(contentOfObject),
    'x-amz-checksum-type': 'FULL_OBJECT',
  }),
};

const handle: RequestListener = (request, response) => {
  request.resume().on('end', () => {
    const target = request.headers['x-amz-target'];
    const kind =
      typeof target === 'string'
        ? target
        : request.url?.endsWith('/invocations')
          ? 'invocation'
          : request.method === 'POST'
            ? 'DescribeInstances'
            : (request.method ?? '');
    const { headers, body } = answers[kind]!;
    response.writeHead(200, headers).end(body);
  });
};

const pems =
  process.env['TLS'] === '1' ? await generate([{ name: 'commonName', value: '127.0.0.1' }], certificate()) : undefined;
const server = pems ? createHttps({ key: pems.private, cert: pems.cert }, handle) : createHttp(handle);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.stdout.write(`${JSON.stringify({ port, ca: pems?.cert })}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));

function certificate(): object {
  return { keySize: 2048, extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }] };
}
