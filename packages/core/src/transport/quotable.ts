import { startOf } from './start-of.js';

const quotedCharacters = 80;

/** Whether the bytes are the start of an HTML page. */
export const isHtml = (bytes: Uint8Array): boolean =>
  mayBeHtml(bytes) &&
  /^\ufeff?\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(startOf(bytes, 4_096));

/** Whether the first two bytes may be those of a page: no other document starts as one. */
const mayBeHtml = (bytes: Uint8Array): boolean => {
  const { 0: first, 1: second } = bytes;
  if (first === undefined || second === undefined) return false;
  // A byte order mark or white space.
  if (first !== lessThan) return first > lastAscii || first <= space;
  return '!hHbB'.includes(String.fromCharCode(second));
};

const space = 32;
const lessThan = 60;
const lastAscii = 127;

/** Returns the first character that is not white space, or `''`. */
export const firstCharacter = (bytes: Uint8Array): string => startOf(bytes, 256).replace(/^\ufeff?\s+/, '')[0] ?? '';

/** Returns the start of a page or text in printable characters, for an error message. Returns `''` for JSON or XML. */
export const quotable = (bytes: Uint8Array): string => {
  const first = firstCharacter(bytes);
  if ('{["'.includes(first) || (first === '<' && !isHtml(bytes))) return '';
  const text = startOf(bytes, 1_024)
    .replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, ' ')
    .trim();
  return text.slice(0, quotedCharacters);
};
