import { expect, it } from 'vitest';

import { allowedTerms, findAvoidedTerms, type FoundTerm } from './avoided-terms.ts';
import { pageTexts, proseOf, sourceTexts, textsOf } from './public-texts.ts';

const isAllowed = (found: FoundTerm): boolean =>
  allowedTerms.some(({ path, word }) => path === found.path && word === found.word);

const found = findAvoidedTerms([...pageTexts(), ...sourceTexts()]);

it('uses the terms of the glossary in pages, documentation comments and messages', () => {
  expect(found.filter((each) => !isAllowed(each)).map(({ problem }) => problem)).toEqual([]);
});

it('allows only words that occur', () => {
  const unused = allowedTerms.filter(
    (each) => !found.some(({ path, word }) => path === each.path && word === each.word),
  );
  expect(unused).toEqual([]);
});

it('finds a word in all its forms, and quotes its sentence', () => {
  const texts = [{ path: 'a.ts', text: 'AWS answers, whoever\nasks. See answer-s3-event. Left out.' }];
  expect(findAvoidedTerms(texts).map(({ word }) => word)).toEqual(['answers', 'asks', 'Left out', 'whoever']);
  expect(findAvoidedTerms(texts)[0]?.problem).toBe(
    'a.ts: “answers” in “AWS answers, whoever asks. See answer-s3-event. Lef”: use response, or responds',
  );
});

it('reads comments and messages of a source, without code', () => {
  const source = `// A note.
/**
 * Describes \`answer\`.
 *
 * @example
 * ask();
 * @throws {NotFoundError} none.
 */
export const f = (id: string) => fail(\`no \${id} found\`, 'an answer', 'one');`;
  const texts = textsOf('a.ts', source).map(({ text }) => text.replace(/[\s*]+/g, ' ').trim());
  expect(texts).toEqual(['Describes ``. @throws {NotFoundError} none.', 'no', 'found', 'an answer']);
});

it('reads pages without code, marks and the addresses of links', () => {
  expect(proseOf('# Ask\n\n<!-- ask -->\n\n```ts\nask();\n```\n\nSee [this](ask.md), `ask`.').split(/\s+/)).toEqual([
    '#',
    'Ask',
    'See',
    'this,',
    '``.',
  ]);
});
