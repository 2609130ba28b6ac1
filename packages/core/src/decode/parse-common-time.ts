/** Parses `2026-11-23T10:00:00.000Z`, with or without the fraction, as AWS writes it. Returns `undefined` for other formats, which the SDK parses. */
export const parseCommonTime = (text: string, from: number, to: number): Date | undefined => {
  const length = to - from;
  if ((length !== 24 && length !== 20) || text[to - 1] !== 'Z' || text[from + 4] !== '-' || text[from + 7] !== '-')
    return undefined;
  if (text[from + 10] !== 'T' || text[from + 13] !== ':' || text[from + 16] !== ':') return undefined;
  if (length === 24 && text[from + 19] !== '.') return undefined;
  const year = number(text, from, 4);
  const month = number(text, from + 5, 2);
  const day = number(text, from + 8, 2);
  const hour = number(text, from + 11, 2);
  const minute = number(text, from + 14, 2);
  const second = number(text, from + 17, 2);
  const fraction = length === 24 ? number(text, from + 20, 3) : 0;
  // The SDK parses days from 29, leap seconds, years before 1000, and invalid numbers.
  const usual =
    year >= 1000 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28 &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    fraction >= 0;
  return usual ? new Date(Date.UTC(year, month - 1, day, hour, minute, second, fraction)) : undefined;
};

/** Parses digits. Returns NaN if a character is not a digit. */
const number = (text: string, from: number, count: number): number => {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
};
