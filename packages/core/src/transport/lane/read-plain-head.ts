/** The head of a response whose content can be read in blocks. */
export interface PlainHead {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  /** The length of the content in bytes. */
  readonly lengthBytes: number;
  /** Milliseconds for which the server keeps the connection. `0`: the server closes it. */
  readonly keepMs: number;
}

const statusLine = /^HTTP\/1\.1 (200|206) [\t\x20-\x7e\x80-\xff]*$/;
const headerLine =
  /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?[ \t]*$/;

/** Headers that change how the content or the connection is read. */
const special = ['transfer-encoding', 'content-encoding', 'trailer', 'upgrade', 'set-cookie'];

/** Headers of which a second value matters: Node's parser decides about them. */
const single = ['content-length', 'content-range', 'connection', 'keep-alive'];

/** Headers of which Node.js takes the first value. It joins the values of others. */
const firstCounts = ['age', 'content-type', 'etag', 'expires', 'last-modified', 'location', 'retry-after', 'server'];

/**
 * Reads the head of a response with status 200 or 206, a length and no encoding. Returns `undefined` for every other head: Node's own parser
 * reads those, with all rules of HTTP.
 */
export const readPlainHead = (text: string): PlainHead | undefined => {
  const [first = '', ...lines] = text.split('\r\n');
  const status = statusLine.exec(first)?.[1];
  const headers = status === undefined ? undefined : readHeaders(lines);
  if (!headers || special.some((name) => name in headers)) return undefined;
  const length = headers['content-length'] ?? '';
  if (!/^\d{1,15}$/.test(length)) return undefined;
  return { statusCode: Number(status), headers, lengthBytes: Number(length), keepMs: keepMsOf(headers) };
};

const readHeaders = (lines: readonly string[]): Record<string, string> | undefined => {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, given, value = ''] = headerLine.exec(line) ?? [];
    if (given === undefined) return undefined;
    const name = given.toLowerCase();
    const before = headers.get(name);
    if (before !== undefined && single.includes(name)) return undefined;
    if (before === undefined) headers.set(name, value);
    else if (!firstCounts.includes(name)) headers.set(name, `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
};

const keepMsOf = ({ connection = 'keep-alive', 'keep-alive': hint = '' }: Readonly<Record<string, string>>): number => {
  if (connection.toLowerCase() !== 'keep-alive') return 0;
  const seconds = /\btimeout=(\d{1,6})\b/i.exec(hint)?.[1];
  // One second less than the server, as Node's agents: a request must not meet the end of the connection.
  return seconds === undefined ? Infinity : Math.max(0, (Number(seconds) - 1) * 1_000);
};
