// A server with a listing of keys: `node listing-server.ts <number of keys>` prints its port. Keys are in the order of S3, 1,000 per page.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { keyAt } from './key-at.ts';

const count = Number(process.argv[2]);
const modified = new Date(Date.now() + 86_400_000).toISOString();

const page = (from: number): string => {
  const end = Math.min(count, from + 1_000);
  const contents = Array.from(
    { length: end - from },
    (_none, index) =>
      `<Contents><Key>${keyAt(from + index)}</Key><LastModified>${modified}</LastModified><ETag>"d41d8cd98f00b204e9800998ecf8427e"</ETag><Size>0</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const more =
    end < count
      ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${end}</NextContinuationToken>`
      : '<IsTruncated>false</IsTruncated>';
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bench</Name><KeyCount>${end - from}</KeyCount><MaxKeys>1000</MaxKeys>${more}${contents.join('')}</ListBucketResult>`;
};

const server = createServer((request, response) => {
  const query = new URL(request.url ?? '', 'http://localhost').searchParams;
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(page(Number(query.get('continuation-token') ?? 0)));
}).listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.stdin.on('end', () => process.exit()).resume();
