// A server that responds to DescribeInstances like EC2 and to invocations like Lambda. It is a separate process, so that it does not share the thread of the measurement.
// LATENCY_MS: delay of each response. PENDING_POLLS: number of responses with the state pending. PAGES × PAGE_SIZE: number of instances of a listing. LEAN=1: only required elements.
import { createServer } from 'node:http';

import { describeInstancesXml, instanceIdOf, instanceXml, leanInstanceXml } from './ec2-responses.ts';

const { LATENCY_MS = '0', PENDING_POLLS = '0', PAGES = '1', PAGE_SIZE = '1000', LEAN = '0' } = process.env;
const polls = new Map<string, number>();
let requests = 0;

const stateOf = (id: string): string => {
  const count = (polls.get(id) ?? 0) + 1;
  polls.set(id, count);
  return count > Number(PENDING_POLLS) ? 'running' : 'pending';
};

const pages = new Map<number, string>();
const page = (number: number): string => {
  let xml = pages.get(number % 2);
  if (!xml) {
    const ids = Array.from({ length: Number(PAGE_SIZE) }, (_, n) => instanceXml(instanceIdOf(n)));
    pages.set(number % 2, (xml = describeInstancesXml(ids, 'TOKEN')));
  }
  const last = number >= Number(PAGES);
  return last ? xml.replace('<nextToken>TOKEN</nextToken>', '') : xml.replace('TOKEN', String(number + 1));
};

const responseTo = (form: URLSearchParams): string => {
  const ids = [...form.entries()].filter(([name]) => name.startsWith('InstanceId.')).map(([, id]) => id);
  if (ids.length === 0) return page(Number(form.get('NextToken') ?? 1));
  return describeInstancesXml(ids.map((id) => (LEAN === '1' ? leanInstanceXml : instanceXml)(id, stateOf(id))));
};

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(JSON.stringify({ requests }));
    requests = 0;
    polls.clear();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    requests++;
    const isInvocation = request.url?.endsWith('/invocations') ?? false;
    const body = isInvocation
      ? Buffer.concat(chunks)
      : Buffer.from(responseTo(new URLSearchParams(Buffer.concat(chunks).toString())));
    const type = isInvocation ? 'application/json' : 'text/xml;charset=UTF-8';
    const send = (): void => {
      response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
    };
    if (Number(LATENCY_MS) > 0) setTimeout(send, Number(LATENCY_MS));
    else send();
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));
