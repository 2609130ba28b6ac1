import type { FileHandle } from 'node:fs/promises';

/** Reads from a position until the data has at least `least` bytes or the file ends. Default: until it is full. Returns the number of bytes. */
export const fill = async (
  file: FileHandle,
  data: Buffer,
  position: number,
  least: number = data.byteLength,
): Promise<number> => {
  let filled = 0;
  while (filled < least) {
    const { bytesRead } = await file.read(data, filled, data.byteLength - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
};
