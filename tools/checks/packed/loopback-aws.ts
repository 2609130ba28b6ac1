import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that responds to the calls of the bundled programs like AWS. */
export interface LoopbackAws {
  /** The environment variables with which a program calls the server. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;

const unknownGroup = xml(
  '<Response><Errors><Error><Code>InvalidGroup.NotFound</Code><Message>The security group does not exist</Message></Error></Errors>' +
    '<RequestID>00000000-0000-4000-8000-000000000001</RequestID></Response>',
);
const deletedGroup = xml(
  '<DeleteSecurityGroupResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>00000000-0000-4000-8000-000000000002</requestId>' +
    '<return>true</return></DeleteSecurityGroupResponse>',
);
const deletedSubnetGroup = xml(
  '<DeleteDBSubnetGroupResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><ResponseMetadata>' +
    '<RequestId>00000000-0000-4000-8000-000000000003</RequestId></ResponseMetadata></DeleteDBSubnetGroupResponse>',
);

interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
}

const replyTo = (method: string, body: string, target: string): Reply => {
  if (body.includes('Action=DeleteSecurityGroup'))
    return body.includes('0404')
      ? { status: 400, type: 'text/xml', body: unknownGroup }
      : { type: 'text/xml', body: deletedGroup };
  if (body.includes('Action=DeleteDBSubnetGroup')) return { type: 'text/xml', body: deletedSubnetGroup };
  if (target.startsWith('ElasticMapReduce.')) return { type: 'application/x-amz-json-1.1', body: '{}' };
  if (target.startsWith('AmazonSQS.')) return { type: 'application/x-amz-json-1.0', body: '{}' };
  if (method === 'DELETE') return { status: 204 };
  return {};
};

/** Starts the server on a free port of this machine. */
export const loopbackAws = async (): Promise<LoopbackAws> => {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const {
        status = 200,
        type,
        body = '',
      } = replyTo(request.method ?? '', text, String(request.headers['x-amz-target'] ?? ''));
      response.writeHead(status, {
        'x-amzn-requestid': '00000000-0000-4000-8000-000000000004',
        ...(request.method === 'PUT' && { etag: '"9dd4e461268c8034f5c8564e155c67a6"' }),
        ...(type !== undefined && { 'content-type': type }),
      });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    env: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
