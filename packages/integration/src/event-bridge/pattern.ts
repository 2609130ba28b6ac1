import { InvalidInputError } from '@arch/core';
import { type JsonPlace, jsonText, z } from '@arch/core/builder';

/** A pattern that matches events or messages, e.g. `{ source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } }`. */
export type Pattern = Readonly<Record<string, unknown>>;

/** The schema of a pattern in an input. It rejects the most frequent mistake: a value that is not a list, which matches nothing. */
export const pattern = (example: string): z.ZodMiniType<Pattern> =>
  z.custom<Pattern>(
    (value) => isPattern(value),
    `an object whose values are lists of accepted values or nested objects, e.g. ${example}`,
  );

/** Converts a pattern to JSON of at most `maxCharacters` characters. */
export const patternText = (value: Pattern, place: JsonPlace, maxCharacters: number): string => {
  const json = jsonText(value, place);
  if (json.length <= maxCharacters) return json;
  const count = (characters: number): string => characters.toLocaleString('en-US');
  throw new InvalidInputError(
    `${place.operation}: ${place.place} must have at most ${count(maxCharacters)} characters as JSON (got ${count(json.length)}).`,
    { operation: place.operation },
  );
};

/** More levels than any event has. `jsonText` rejects deeper patterns. */
const maxDepth = 1_000;

const isPattern = (value: unknown, depth = 0): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0 &&
  (depth > maxDepth ||
    Object.values(value).every((each) => (Array.isArray(each) ? each.length > 0 : isPattern(each, depth + 1))));

/** The schema of a pattern in a response. */
export const patternRecord = (): z.ZodMiniType<Pattern> => z.record(z.string(), z.unknown()) as never;
