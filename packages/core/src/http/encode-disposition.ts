import { isOneLine, isPrintableAscii } from './check-header-text.js';

const fileName = /(;\s*)filename(\s*=\s*)("(?:[^"\\]|\\.)*"|[^";]*)/i;

/**
 * Encodes the file name of a `Content-Disposition` as in RFC 6266, if it is not ASCII: the name as `filename*`, which current browsers
 * prefer, and an ASCII name for others. Returns any other text unchanged.
 */
export const encodeDisposition = (text: string): string => {
  if (!isOneLine(text) || isPrintableAscii(text)) return text;
  const [all, separator = '', equals = '=', written = ''] = fileName.exec(text) ?? [];
  if (all === undefined) return text;
  const name = written.startsWith('"') ? written.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : written.trim();
  const plain = `${separator}filename${equals}"${toAscii(name).replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  const extended = /;\s*filename\*\s*=/i.test(text) ? '' : `; filename*=UTF-8''${encodeValue(name)}`;
  return text.replace(all, () => plain + extended);
};

/** Removes accents from letters, and replaces other characters that are not ASCII with `_`. */
const toAscii = (name: string): string =>
  Array.from(name.normalize('NFKD').replaceAll(/\p{M}/gu, ''), (character) =>
    /[\x20-\x7e]/.test(character) ? character : '_',
  ).join('');

// RFC 5987 allows fewer characters than a URL.
const encodeValue = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
