/** Reads the requests from the bytes of a connection. Calls `onRequest` with the headers, by lower-case name, when the body has arrived. */
export const requestReader = (onRequest: (headers: ReadonlyMap<string, string>) => void): ((piece: Buffer) => void) => {
  let unread: Buffer = Buffer.alloc(0);
  return (piece) => {
    unread = Buffer.concat([unread, piece]);
    for (let request = firstOf(unread); request; request = firstOf(unread)) {
      unread = unread.subarray(request.end);
      onRequest(request.headers);
    }
  };
};

interface Request {
  readonly headers: ReadonlyMap<string, string>;
  /** The first byte after the request. */
  readonly end: number;
}

const firstOf = (bytes: Buffer): Request | undefined => {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const lines = bytes.toString('latin1', 0, headEnd).split('\r\n').slice(1);
  const headers = new Map(
    lines
      .map((line) => line.split(/: ?(.*)/s, 2) as [string, string])
      .map(([name, value]) => [name.toLowerCase(), value]),
  );
  const bodyStart = headEnd + 4;
  const end = headers.get('transfer-encoding')?.includes('chunked')
    ? endOfChunks(bytes, bodyStart)
    : bodyStart + Number(headers.get('content-length') ?? 0);
  return end !== undefined && end <= bytes.length ? { headers, end } : undefined;
};

const endOfChunks = (bytes: Buffer, start: number): number | undefined => {
  for (let at = start; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const length = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (length === 0) {
      // Trailers may follow the last chunk.
      const end = bytes.indexOf('\r\n\r\n', lineEnd);
      return end < 0 ? undefined : end + 4;
    }
    at = lineEnd + 2 + length + 2;
  }
};
