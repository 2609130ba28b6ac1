import type { FileHandle } from 'node:fs/promises';

/** Reads from a position until the data is full or the file ends. Returns the number of bytes. */
export const fill = async (file: FileHandle, data: Buffer, position: number): Promise<number> => {
  let filled = 0;
  while (filled < data.byteLength) {
    const { bytesRead } = await file.read(data, filled, data.byteLength - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
};
