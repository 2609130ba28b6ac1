/** Bytes of an object, the last one included. */
export interface WholeRange {
  readonly start: number;
  readonly end: number;
}

/** Cuts an object into ranges, one after the other. */
export async function* rangesOf(sizeBytes: number, partBytes: number): AsyncGenerator<WholeRange, void, undefined> {
  for (let start = 0; start < sizeBytes; start += partBytes) {
    yield { start, end: Math.min(start + partBytes, sizeBytes) - 1 };
  }
}
