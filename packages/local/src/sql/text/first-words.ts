import type { SqlCode } from './sql-code.js';

/** Returns the first words of a statement, e.g. `['CREATE', 'TABLE', 'T']`. Brackets before them are ignored. */
export function firstWords({ words }: SqlCode): readonly string[] {
  const begin = words.findIndex((word) => word !== '(');
  const rest = begin === -1 ? [] : words.slice(begin);
  const end = rest.findIndex((word) => !/^[\p{L}_]/u.test(word));
  return end === -1 ? rest : rest.slice(0, end);
}
