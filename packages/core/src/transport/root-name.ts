import { startOf } from './start-of.js';

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
