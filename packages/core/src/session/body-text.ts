const quotedCharacters = 80;

/** The name of a document's root element, without its prefix; `undefined` where the bytes do not begin as XML. */
export const rootName = (bytes: Uint8Array): string | undefined => {
  const text = startOf(bytes, 4_096);
  // White space, a byte order mark, the declaration and comments may precede the root.
  const [, name] =
    /^\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--[^]*?-->\s*)*<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(text) ?? [];
  return name;
};

/** Whether the bytes end with the end of the root element: the reader skips documents of which nothing is read. */
export const endsWithElement = (bytes: Uint8Array, name: string): boolean => {
  const from = Math.max(0, bytes.byteLength - 1_024);
  const end = Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.byteLength - from).toString('latin1');
  const [, closing, own] = /<(\/)?(?:[\w.-]+:)?([\w.-]+)[^<>]*>\s*(?:<!--[^]*?-->\s*)*$/.exec(end) ?? [];
  return own === name && (closing !== undefined || /\/>\s*$/.test(end));
};

/** Whether the bytes begin as an HTML page. */
export const isHtml = (bytes: Uint8Array): boolean =>
  /^\ufeff?\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(startOf(bytes, 4_096));

/** The first character that is not white space, or `''`. */
export const firstCharacter = (bytes: Uint8Array): string => startOf(bytes, 256).replace(/^\ufeff?\s+/, '')[0] ?? '';

/** The beginning of a page or text in printable characters, for an error message; `''` for what begins as a document of AWS. */
export const quotable = (bytes: Uint8Array): string => {
  const first = firstCharacter(bytes);
  if ('{["'.includes(first) || (first === '<' && !isHtml(bytes))) return '';
  const text = startOf(bytes, 1_024)
    .replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, ' ')
    .trim();
  return text.slice(0, quotedCharacters);
};

const startOf = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, length)).toString('utf8');
