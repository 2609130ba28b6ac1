import { InvalidInputError } from '../errors/invalid-input-error.js';

/** Where a text stands that becomes a header. */
export interface HeaderPlace {
  readonly operation: string;
  /** AWS's name of the member. */
  readonly awsName: string;
  /** What the caller calls it, e.g. `cacheControl`. */
  readonly member: () => string;
  /** Of a secret not even the character is named that is wrong in it. */
  readonly isSensitive: boolean;
}

/** Whether a text has only the characters that every server reads as they are. */
export const isPrintableAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Whether a text has neither line breaks nor other control characters, with which it would be two headers, or none. */
export const isOneLine = (text: string): boolean => !/\p{Cc}/u.test(text);

/** Refuses a text that cannot be a header as it is. */
export const checkHeaderText = (text: string, place: HeaderPlace): void => {
  if (!isPrintableAscii(text)) throw refuseHeader(text, place, remedyFor(place.awsName));
};

/** The error for a text with a character that no header may have, or that not every server reads in the same way. */
export const refuseHeader = (
  text: string,
  { operation, member, isSensitive }: HeaderPlace,
  remedy: string,
): InvalidInputError => {
  const [character = ''] = /\p{Cc}/u.exec(text) ?? /[^\x20-\x7e]/u.exec(text) ?? [];
  const found = isSensitive ? 'a character' : codePoint(character);
  const isControl = /\p{Cc}/u.test(character);
  return new InvalidInputError(
    `${operation}: ${member()} contains ${found}, which an HTTP header cannot hold. ${isControl ? 'Remove it.' : remedy}`,
    { operation },
  );
};

const codePoint = (character: string): string => {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${hex}${/\p{Cc}/u.test(character) ? '' : ` (${character})`}`;
};

const remedyFor = (awsName: string): string => {
  if (/Source$|Location$|^Tagging$/.test(awsName)) return 'Percent-encode it, as encodeURIComponent() does.';
  if (awsName.endsWith('ContentDisposition')) return 'Write the name as filename="…".';
  return 'Use ASCII characters only.';
};
