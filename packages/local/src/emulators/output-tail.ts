import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Reads streams to their ends and keeps only the last lines; the array that it returns follows. */
export function outputTail(streams: readonly Readable[], limit = 20): readonly string[] {
  const lines: string[] = [];
  for (const input of streams) {
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      if (lines.length > limit) lines.shift();
    });
  }
  return lines;
}
