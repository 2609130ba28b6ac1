import { z } from '@arch/core/builder';

/** What an event or a message has to look like, e.g. `{ source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } }`. */
export type Pattern = Readonly<Record<string, unknown>>;

/** A pattern in an input. Its most frequent mistake, a value that is no list, matches nothing. */
export const pattern = (example: string, mostCharacters: number): z.ZodMiniType<Pattern> =>
  z.custom<Pattern>(
    (value) => isPattern(value) && JSON.stringify(value).length <= mostCharacters,
    `an object whose values are lists of accepted values or nested objects, with at most ${mostCharacters.toLocaleString('en-US')} characters as JSON, e.g. ${example}`,
  );

const isPattern = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0 &&
  Object.values(value).every((each) => (Array.isArray(each) ? each.length > 0 : isPattern(each)));

/** A pattern in an answer. */
export const patternRecord = (): z.ZodMiniType<Pattern> => z.record(z.string(), z.unknown()) as never;
