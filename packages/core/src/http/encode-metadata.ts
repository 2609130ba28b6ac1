import { InvalidInputError } from '../errors/invalid-input-error.js';
import { encodeWords } from './encode-words.js';
import { type HeaderPlace, isOneLine, isPrintableAscii, refuseHeader } from './check-header-text.js';

/** S3's limit: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html */
const mostBytes = 2_048;

/**
 * Checks metadata, of which each entry becomes a header. A value beyond ASCII becomes encoded words, as S3 itself returns it; all others go
 * out as they are.
 */
export const encodeMetadata = (value: unknown, place: HeaderPlace): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>);
  checkNames(
    entries.map(([name]) => name),
    place,
  );
  const encoded = entries.map(([name, each]) => [name, encodeEntry(name, each, place)] as const);
  checkSize(encoded, place);
  const isAsItWas = encoded.every(([, each], index) => each === entries[index]![1]);
  return isAsItWas ? value : Object.fromEntries(encoded);
};

const encodeEntry = (name: string, value: unknown, place: HeaderPlace): unknown => {
  if (typeof value !== 'string' || isPrintableAscii(value)) return value;
  if (isOneLine(value)) return encodeWords(value);
  throw refuseHeader(value, { ...place, member: () => `${place.member()}.${name}` }, '');
};

/** What names of headers consist of: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

const checkNames = (names: readonly string[], { operation, member }: HeaderPlace): void => {
  const seen = new Map<string, string>();
  for (const name of names) {
    const refuse = (what: string): InvalidInputError =>
      new InvalidInputError(`${operation}: ${member()} has the name ${JSON.stringify(name)}, ${what}.`, { operation });
    if (!token.test(name)) throw refuse("which cannot be a header's: use letters, digits, hyphens and dots");
    const other = seen.get(name.toLowerCase());
    if (other !== undefined)
      throw refuse(`which differs from ${JSON.stringify(other)} in case only: S3 has them in lower case, so keep one`);
    seen.set(name.toLowerCase(), name);
  }
};

const checkSize = (entries: readonly (readonly [string, unknown])[], { operation, member }: HeaderPlace): void => {
  const bytes = entries.reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);
  if (bytes <= mostBytes) return;
  throw new InvalidInputError(
    `${operation}: ${member()} has ${bytes} bytes as it is sent, names included; S3 takes at most 2 KB (2,048 bytes): ` +
      'shorten it, or store it as an object of its own.',
    { operation },
  );
};
