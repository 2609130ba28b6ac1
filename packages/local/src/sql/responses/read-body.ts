import type { IncomingMessage } from 'node:http';
import { AwsError } from './aws-error.js';

/** More than both APIs accept: their limits are 4 MiB and 200 kB. */
const largestBytes = 8 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= largestBytes) chunks.push(chunk);
  }
  if (bytes > largestBytes)
    throw new AwsError('RequestEntityTooLargeException', 'Request is too large.', { status: 413 });
  return Buffer.concat(chunks);
}
