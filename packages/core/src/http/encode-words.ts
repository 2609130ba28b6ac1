const maxWordLength = 75;
const prefix = '=?UTF-8?';
const suffix = '?=';
const maxContentLength = maxWordLength - prefix.length - 'B?'.length - suffix.length;

/**
 * Encodes a text as encoded words of RFC 2047, in the shorter of the two encodings, as S3 does. Each word has at most 75 characters. Readers
 * join the words without the spaces between them.
 */
export const encodeWords = (text: string): string => {
  const quoted = wordsOf(text, 'Q');
  const base64 = wordsOf(text, 'B');
  return quoted.length <= base64.length ? quoted : base64;
};

type Encoding = 'B' | 'Q';

const wordsOf = (text: string, encoding: Encoding): string => {
  const words: string[] = [];
  let word = '';
  // Iterates over code points: a character is never split between two words.
  for (const character of text) {
    if (encode(word + character, encoding).length > maxContentLength) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((each) => `${prefix}${encoding}?${encode(each, encoding)}${suffix}`).join(' ');
};

const encode = (text: string, encoding: Encoding): string => {
  const bytes = Buffer.from(text, 'utf8');
  if (encoding === 'B') return bytes.toString('base64');
  return Array.from(bytes, quoteByte).join('');
};

const quoteByte = (byte: number): string => {
  const character = String.fromCharCode(byte);
  if (/[!-<>@-^`-~]/.test(character)) return character;
  return character === ' ' ? '_' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
};

const oneWord = /=\?([\w-]+)(?:\*[\w-]+)?\?([BQ])\?([^? ]*)\?=/gi;
const onlyWords = /^=\?[\w*-]+\?[BQ]\?[^? ]*\?=(?:\s+=\?[\w*-]+\?[BQ]\?[^? ]*\?=)*$/i;

/**
 * Decodes a text that consists of encoded words of RFC 2047, or of UTF-8 bytes that were read as Latin-1, as stores other than S3 send it.
 * Returns any other text unchanged.
 */
export const decodeWords = (text: string): string => {
  if (!onlyWords.test(text)) return /\P{ASCII}/u.test(text) ? fromUtf8(text) : text;
  try {
    const words = [...text.matchAll(oneWord)].map(([, charset = '', encoding = '', content = '']) => ({
      charset: charset.toLowerCase(),
      bytes: encoding.toUpperCase() === 'B' ? fromBase64(content) : unquote(content),
    }));
    return joinWords(words);
  } catch {
    // An unknown character set, or bytes that are invalid in it: the text only looks like encoded words.
    return text;
  }
};

const fromUtf8 = (text: string): string => {
  const bytes = Buffer.from(text, 'latin1');
  if (bytes.toString('latin1') !== text) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
};

interface Word {
  readonly charset: string;
  readonly bytes: Buffer;
}

/** Other encoders split characters between words: adjacent words with the same character set are decoded together. */
const joinWords = (words: readonly Word[]): string => {
  const joined: { charset: string; parts: Buffer[] }[] = [];
  for (const { charset, bytes } of words) {
    const last = joined.at(-1);
    if (last?.charset === charset) last.parts.push(bytes);
    else joined.push({ charset, parts: [bytes] });
  }
  return joined
    .map(({ charset, parts }) =>
      new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts)),
    )
    .join('');
};

const fromBase64 = (content: string): Buffer => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(content)) throw new TypeError('The text is not base64');
  return Buffer.from(content, 'base64');
};

const unquote = (content: string): Buffer => {
  if (/=(?![0-9A-F]{2})|[^\x21-\x7e]/i.test(content)) throw new TypeError('The text is not in the Q encoding');
  const text = content.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => {
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
  return Buffer.from(text, 'latin1');
};
