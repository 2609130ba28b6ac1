import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Reads streams to their ends. Returns an array that always contains the last lines. */
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
