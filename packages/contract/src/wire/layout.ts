/** The places of an HTTP response, as offsets into its bytes. */
export interface Layout {
  readonly bytes: Buffer;
  /** The first byte of the final response, after responses such as `100 Continue`. */
  readonly start: number;
  /** The first byte after the head. */
  readonly headEnd: number;
  /** The middle of the body, or of its first chunk. `undefined` if there is no body. */
  readonly bodyMiddle: number | undefined;
  /** A byte inside the line with the size of the first chunk. */
  readonly sizeLine: number | undefined;
  /** The first byte of the chunk without content that ends a chunked body. */
  readonly terminator: number | undefined;
}

const emptyLine = '\r\n\r\n';

/** Finds the places of a response in its bytes. */
export const layoutOf = (bytes: Buffer): Layout => {
  const start = startOf(bytes);
  const headEnd = bytes.indexOf(emptyLine, start) + emptyLine.length;
  const head = bytes.toString('latin1', start, headEnd);
  const places = /^transfer-encoding: *chunked/im.test(head)
    ? chunkedPlaces(bytes, headEnd)
    : plainPlaces(bytes, headEnd);
  return { bytes, start, headEnd, ...places };
};

/** Returns the first byte of the final response, which follows all responses with a status below 200. */
const startOf = (bytes: Buffer): number => {
  let start = 0;
  while (/^HTTP\/1\.1 1/.test(bytes.toString('latin1', start, start + 10)))
    start = bytes.indexOf(emptyLine, start) + emptyLine.length;
  return start;
};

type Places = Pick<Layout, 'bodyMiddle' | 'sizeLine' | 'terminator'>;

const plainPlaces = ({ length }: Buffer, headEnd: number): Places => ({
  bodyMiddle: length - headEnd > 1 ? (headEnd + length) >> 1 : undefined,
  sizeLine: undefined,
  terminator: undefined,
});

const chunkedPlaces = (bytes: Buffer, headEnd: number): Places => {
  const lineEnd = bytes.indexOf('\r\n', headEnd);
  const size = Number.parseInt(bytes.toString('latin1', headEnd, lineEnd), 16);
  const last = bytes.lastIndexOf('0\r\n\r\n');
  return {
    bodyMiddle: size > 1 ? lineEnd + 2 + (size >> 1) : undefined,
    sizeLine: headEnd + 1,
    terminator: last >= headEnd ? last : undefined,
  };
};
