// A server that responds to a few operations of six services with constant documents. TLS=1: over TLS, with a certificate that it prints.
import { createServer as createHttp, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';

import { certificate } from '../certificate.ts';
import { describeInstancesXml, instanceIdOf, instanceXml } from '../ec2-responses.ts';
import { contentOfObject, crc32Of, functionPage, messageMd5, pages, rowPage, statement } from './data.ts';

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
  'RedshiftData.ExecuteStatement': answer(
    json,
    JSON.stringify({ ...statement, HasResultSet: true, Status: 'FINISHED' }),
  ),
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

const pagesOf = (page: (next: string | undefined) => string): ((token: string | undefined) => Answer) => {
  const [some, last] = [page('TOKEN'), answer(json, page(undefined))];
  return (token = '0') => {
    const next = Number(token) + 1;
    return next < pages ? answer(json, some.replace('TOKEN', String(next))) : last;
  };
};
const rows = pagesOf(rowPage);
const functions = pagesOf(functionPage);

const answerTo = ({ method, url = '', headers }: IncomingMessage, body: string): Answer | undefined => {
  const target = headers['x-amz-target'];
  if (target === 'RedshiftData.GetStatementResult') return rows((JSON.parse(body) as { NextToken?: string }).NextToken);
  if (typeof target === 'string') return answers[target];
  if (url.endsWith('/invocations')) return answers['invocation'];
  if (url.startsWith('/2015-03-31/functions')) return functions(/Marker=(\d+)/.exec(url)?.[1]);
  return answers[method === 'POST' ? 'DescribeInstances' : (method ?? '')];
};

const handle: RequestListener = (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { headers, body } = answerTo(request, Buffer.concat(chunks).toString())!;
    response.writeHead(200, headers).end(body);
  });
};

const pems = process.env['TLS'] === '1' ? await certificate() : undefined;
const server = pems ? createHttps(pems, handle) : createHttp(handle);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.stdout.write(`${JSON.stringify({ port, ca: pems?.cert })}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));
