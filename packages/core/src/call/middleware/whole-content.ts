import { crc32 } from 'node:zlib';

import { crc32ToBase64 } from '../crc32-to-base64.js';

/** A response whose content may have been read. */
export interface WholeResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body?: unknown;
}

const checksums = new WeakMap<WholeResponse, string>();

/** Stores the CRC32 with which the content of a response is compared. */
export const expectCrc32 = (response: WholeResponse, checksum: string): void => void checksums.set(response, checksum);

/** Content that has been read, in the form in which the SDK returns content. It is compared with its checksum when it is used. */
export class WholeContent {
  readonly #bytes: Uint8Array;
  readonly #expected: string | undefined;

  constructor(response: WholeResponse) {
    this.#bytes = response.body as Uint8Array;
    this.#expected = checksums.get(response);
  }

  async transformToByteArray(): Promise<Uint8Array> {
    const found = this.#expected && crc32ToBase64(crc32(this.#bytes));
    // A copy: the bytes are a part of the memory into which the socket reads.
    if (found === this.#expected) return new Uint8Array(this.#bytes);
    // The SDK's words for content in a stream.
    throw new Error(
      `Checksum mismatch: expected "${this.#expected}" but received "${found}" in response header "x-amz-checksum-crc32".`,
    );
  }
}
