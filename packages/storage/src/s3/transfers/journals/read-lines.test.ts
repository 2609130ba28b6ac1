import fc from 'fast-check';
import { expect, it } from 'vitest';

import { readLines, toLine } from './read-lines.js';

const entry = fc.record({ part: fc.nat(), eTag: fc.string(), text: fc.string({ unit: 'binary' }) });

it('returns the entries of all lines before a cut at any byte, and those after it', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
      const lines = entries.map(toLine);
      expect(readLines(lines.join(''))).toEqual(entries);
      const last = lines.at(-1)!;
      for (let cut = 0; cut < last.length - 1; cut++) {
        const journal = `${lines.slice(0, -1).join('')}${last.slice(0, cut)}\n${lines[0]}`;
        expect(readLines(journal)).toEqual([...entries.slice(0, -1), entries[0]]);
      }
    }),
    { numRuns: 50 },
  );
});

it('omits a line with another byte, and a block that the disk has not written', () => {
  const [one, two] = [toLine({ part: 1 }), toLine({ part: 2 })];
  expect(readLines(`${one.replace('1}', '7}')}${two}`)).toEqual([{ part: 2 }]);
  expect(readLines(`${one}${'\0'.repeat(two.length)}`)).toEqual([{ part: 1 }]);
  expect(readLines('')).toEqual([]);
  expect(readLines('film.mp4\n{}\n')).toEqual([]);
});
