import { Readable } from 'node:stream';

import type { Handler, Middleware, Replaced } from './middleware.js';
import { expectCrc32, type WholeResponse } from './whole-content.js';

interface Arguments {
  readonly input: { readonly ChecksumMode?: unknown };
}

/** Compares content that has been read with its CRC32. The SDK compares content in a stream, and the checksums of other algorithms. */
export const compareContent =
  ({ middleware }: Replaced): Middleware =>
  (next, context) =>
    (async (args: Arguments) => {
      const answered = (await next(args as never)) as { readonly response: WholeResponse };
      const { response } = answered;
      const bySdk = (): Promise<never> =>
        middleware((async () => answered) as unknown as Handler, context)(args as never);
      if (!(response.body instanceof Uint8Array) || response.statusCode >= 300) return bySdk();
      const names = Object.keys(response.headers).filter((name) => isChecksum.test(name));
      if (args.input.ChecksumMode !== 'ENABLED' || names.length === 0) return answered;
      const crc32 = response.headers['x-amz-checksum-crc32'];
      if (names.length > 1 || crc32 === undefined) {
        response.body = Readable.from(Buffer.from(response.body), { objectMode: false });
        return bySdk();
      }
      // With the number of parts, it is the checksum of their checksums.
      if (!/-\d+$/.test(crc32)) expectCrc32(response, crc32);
      return answered;
    }) as unknown as Handler;

const isChecksum = /^x-amz-checksum-(?!type$|algorithm$)/;
