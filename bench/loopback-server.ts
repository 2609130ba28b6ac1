// A server that answers DescribeInstances as EC2 does, and invocations as Lambda does, in a process of its own so that it does not share the measured one's processor.
// LATENCY_MS delays each answer, PENDING_POLLS keeps an instance pending for so many looks, PAGES × PAGE_SIZE is what a listing finds, LEAN=1 leaves all out that can be.
import { createServer } from 'node:http';

import { describeInstancesXml, instanceIdOf, instanceXml, leanInstanceXml } from './ec2-answers.ts';

const { LATENCY_MS = '0', PENDING_POLLS = '0', PAGES = '1', PAGE_SIZE = '1000', LEAN = '0' } = process.env;
const looks = new Map<string, number>();
let requests = 0;

const stateOf = (id: string): string => {
  const count = (looks.get(id) ?? 0) + 1;
  looks.set(id, count);
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

const answer = (form: URLSearchParams): string => {
  const ids = [...form.entries()].filter(([name]) => name.startsWith('InstanceId.')).map(([, id]) => id);
  if (ids.length === 0) return page(Number(form.get('NextToken') ?? 1));
  return describeInstancesXml(ids.map((id) => (LEAN === '1' ? leanInstanceXml : instanceXml)(id, stateOf(id))));
};

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(JSON.stringify({ requests }));
    requests = 0;
    looks.clear();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    requests++;
    const isInvocation = request.url?.endsWith('/invocations') ?? false;
    const body = isInvocation
      ? Buffer.concat(chunks)
      : Buffer.from(answer(new URLSearchParams(Buffer.concat(chunks).toString())));
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
