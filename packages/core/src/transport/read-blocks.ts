import type { BodyGuard } from './body-guard.js';

/** Receives a block of content. Its memory may be used again as soon as the promise is settled. */
export type OnBlock = (bytes: Uint8Array) => Promise<void>;

/** Content that can be read in blocks, without a stream. */
export interface BlockBody {
  readBlocks(onBlock: OnBlock): Promise<void>;
  /** Adds the limits of the attempt. */
  watch(guard: BodyGuard): void;
}

export const isBlockBody = (body: unknown): body is BlockBody =>
  typeof (body as Partial<BlockBody> | null | undefined)?.readBlocks === 'function';

const blockBytes = 1_048_576;

/**
 * Reads content in blocks of about 1 MiB, in their order. The next block may arrive while an earlier one is processed. After a broken connection,
 * the bytes that have arrived are passed on before the error is thrown.
 */
export const readBlocks = async (body: AsyncIterable<Uint8Array>, onBlock: OnBlock): Promise<void> => {
  if (isBlockBody(body)) return body.readBlocks(onBlock);
  let chunks: Uint8Array[] = [];
  let filled = 0;
  const flush = async (): Promise<void> => {
    const block = Buffer.concat(chunks, filled);
    chunks = [];
    filled = 0;
    await onBlock(block);
  };
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      filled += chunk.byteLength;
      if (filled >= blockBytes) await flush();
    }
  } finally {
    // After an error of `onBlock`, nothing is left: `flush` has taken it.
    if (filled > 0) await flush();
  }
};
