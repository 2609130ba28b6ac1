/** A range of bytes in an object. */
export interface WholeRange {
  /** The first byte, counted from 0. */
  readonly start: number;
  /** The last byte. */
  readonly end: number;
}

/** Divides an object into ranges of `partBytes`. */
export async function* rangesOf(sizeBytes: number, partBytes: number): AsyncGenerator<WholeRange, void, undefined> {
  for (let start = 0; start < sizeBytes; start += partBytes) {
    yield { start, end: Math.min(start + partBytes, sizeBytes) - 1 };
  }
}
