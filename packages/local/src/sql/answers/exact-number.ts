/** A number of JSON that JavaScript's numbers cannot hold, as it stands. */
export type ExactNumber = number | RawNumber;

interface RawNumber {
  readonly rawJSON: string;
}

/** Not yet in the standard library's types: https://github.com/tc39/proposal-json-parse-with-source */
interface JsonWithSource {
  rawJSON(text: string): RawNumber;
}

const json = JSON as unknown as JsonWithSource;

/** Written to JSON, it has all the digits of a whole number as Postgres prints it. */
export function exactNumber(digits: string): ExactNumber {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : json.rawJSON(digits);
}

/** Any number as Postgres prints it, with all its digits; `NaN` and `Infinity`, which JSON lacks, stay text. */
export function exactDecimal(digits: string): RawNumber | string {
  return Number.isFinite(Number(digits)) ? json.rawJSON(digits) : digits;
}

/** Floating point as AWS's JSON has it: what is no number of JSON is a string. */
export function floatingPoint(digits: string): number | string {
  const value = Number(digits);
  return Number.isFinite(value) ? value : digits;
}
