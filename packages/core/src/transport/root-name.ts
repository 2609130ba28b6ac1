import { startOf } from './start-of.js';

/** Returns the name of the root element without its prefix. `undefined` if the bytes are not XML. */
export const rootName = (bytes: Uint8Array): string | undefined =>
  rootIn(startOf(bytes, 256)) ?? (bytes.byteLength > 256 ? rootIn(startOf(bytes, 4_096)) : undefined);

// White space, a byte order mark, the declaration and comments may come before the root.
const rootIn = (text: string): string | undefined =>
  /^\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--[^]*?-->\s*)*<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(text)?.[1];

/** Whether the bytes end with the end tag of the root element. The reader does not check documents from which nothing is read. */
export const endsWithElement = (bytes: Uint8Array, name: string): boolean => {
  const last = `</${name}>`;
  if (
    latin1(bytes, last.length + 2)
      .trimEnd()
      .endsWith(last)
  )
    return true;
  const end = latin1(bytes, 1_024);
  const [, closing, own] = /<(\/)?(?:[\w.-]+:)?([\w.-]+)[^<>]*>\s*(?:<!--[^]*?-->\s*)*$/.exec(end) ?? [];
  return own === name && (closing !== undefined || /\/>\s*$/.test(end));
};

/** The last bytes as characters. */
const latin1 = (bytes: Uint8Array, count: number): string => {
  const from = Math.max(0, bytes.byteLength - count);
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.byteLength - from).toString('latin1');
};
