import { InvalidInputError } from '../errors/invalid-input-error.js';
import { encodeWords } from './encode-words.js';
import { type HeaderPlace, isOneLine, isPrintableAscii, refuseHeader } from './check-header-text.js';

/** The limit of S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html */
const maxBytes = 2_048;

/**
 * Checks metadata, each entry of which is sent as a header. Values that are not ASCII become encoded words, in the form in which S3 returns
 * them. Other values are unchanged.
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
  const isUnchanged = encoded.every(([, each], index) => each === entries[index]![1]);
  return isUnchanged ? value : Object.fromEntries(encoded);
};

const encodeEntry = (name: string, value: unknown, place: HeaderPlace): unknown => {
  if (typeof value !== 'string' || isPrintableAscii(value)) return value;
  if (isOneLine(value)) return encodeWords(value);
  throw refuseHeader(value, { ...place, member: () => `${place.member()}.${name}` }, '');
};

/** Characters of header names: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

const checkNames = (names: readonly string[], { operation, member }: HeaderPlace): void => {
  const seen = new Map<string, string>();
  for (const name of names) {
    const refuse = (problem: string): InvalidInputError =>
      new InvalidInputError(`${operation}: ${member()} has the name ${JSON.stringify(name)}, ${problem}.`, {
        operation,
      });
    if (!token.test(name)) throw refuse('which is not a valid header name: use letters, digits, hyphens and dots');
    const other = seen.get(name.toLowerCase());
    if (other !== undefined)
      throw refuse(
        `which differs from ${JSON.stringify(other)} only in case: S3 stores names in lower case, so use one of them`,
      );
    seen.set(name.toLowerCase(), name);
  }
};

const checkSize = (entries: readonly (readonly [string, unknown])[], { operation, member }: HeaderPlace): void => {
  const bytes = entries.reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);
  if (bytes <= maxBytes) return;
  throw new InvalidInputError(
    `${operation}: ${member()} has ${bytes} encoded bytes including names; the limit of S3 is 2,048 bytes (2 KB). ` +
      'Shorten it, or store it as a separate object.',
    { operation },
  );
};
