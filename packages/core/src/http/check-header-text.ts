import { InvalidInputError } from '../errors/invalid-input-error.js';

/** The function and the input member of a text that is sent as a header. */
export interface HeaderPlace {
  readonly operation: string;
  /** AWS's name of the member. */
  readonly awsName: string;
  /** Returns the name of the member for the caller, e.g. `cacheControl`. */
  readonly member: () => string;
  /** Whether the text is a secret: error messages then do not quote the invalid character. */
  readonly isSensitive: boolean;
}

/** Whether a text contains only printable ASCII characters, which every server reads in the same way. */
export const isPrintableAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Whether a text contains no line breaks and no other control characters, which would split the header or make it invalid. */
export const isOneLine = (text: string): boolean => !/\p{Cc}/u.test(text);

/** Throws for a text that cannot be sent as a header. */
export const checkHeaderText = (text: string, place: HeaderPlace): void => {
  if (!isPrintableAscii(text)) throw refuseHeader(text, place, remedyFor(place.awsName));
};

/** Returns the error for a text with a character that is not allowed in headers, or that servers read in different ways. */
export const refuseHeader = (
  text: string,
  { operation, member, isSensitive }: HeaderPlace,
  remedy: string,
): InvalidInputError => {
  const [character = ''] = /\p{Cc}/u.exec(text) ?? /[^\x20-\x7e]/u.exec(text) ?? [];
  const found = isSensitive ? 'a character' : codePoint(character);
  const isControl = /\p{Cc}/u.test(character);
  return new InvalidInputError(
    `${operation}: ${member()} contains ${found}, which is not allowed in an HTTP header. ${isControl ? 'Remove it.' : remedy}`,
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
