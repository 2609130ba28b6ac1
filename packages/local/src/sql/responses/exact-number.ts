/** A number, or the text of a JSON number that a JavaScript number cannot represent exactly. */
export type ExactNumber = number | RawNumber;

interface RawNumber {
  readonly rawJSON: string;
}

/** This function is not yet in TypeScript's standard library: https://github.com/tc39/proposal-json-parse-with-source */
interface JsonWithSource {
  rawJSON(text: string): RawNumber;
}

const json = JSON as unknown as JsonWithSource;

/** Converts an integer of Postgres so that JSON contains all its digits. */
export function exactNumber(digits: string): ExactNumber {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : json.rawJSON(digits);
}

/** Converts a number of Postgres so that JSON contains all its digits. `NaN` and `Infinity`, which JSON does not have, remain text. */
export function exactDecimal(digits: string): RawNumber | string {
  return Number.isFinite(Number(digits)) ? json.rawJSON(digits) : digits;
}

/** Converts a floating-point number of Postgres to AWS's JSON: `NaN` and `Infinity` are strings. */
export function floatingPoint(digits: string): number | string {
  const value = Number(digits);
  return Number.isFinite(value) ? value : digits;
}
