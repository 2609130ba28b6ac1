import { startOf } from './start-of.js';

/** Returns the name of the root element without its prefix. `undefined` if the bytes are not XML. */
export const rootName = (bytes: Uint8Array): string | undefined => {
  const text = startOf(bytes, 4_096);
  // White space, a byte order mark, the declaration and comments may come before the root.
  const [, name] =
    /^\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--[^]*?-->\s*)*<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(text) ?? [];
  return name;
};

/** Whether the bytes end with the end tag of the root element. The reader does not check documents from which nothing is read. */
export const endsWithElement = (bytes: Uint8Array, name: string): boolean => {
  const from = Math.max(0, bytes.byteLength - 1_024);
  const end = Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.byteLength - from).toString('latin1');
  const [, closing, own] = /<(\/)?(?:[\w.-]+:)?([\w.-]+)[^<>]*>\s*(?:<!--[^]*?-->\s*)*$/.exec(end) ?? [];
  return own === name && (closing !== undefined || /\/>\s*$/.test(end));
};
