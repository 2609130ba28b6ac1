import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { readLibraries } from '../../reference/library.ts';
import { programOf } from './program.ts';
import { snippetsOf } from './snippet.ts';
import { typeCheck } from './type-check.ts';
import { root } from '../../root.ts';

// The examples of the reference come from the sources, whose own test compiles them. The pages for contributors show parts of files of packages,
// and tests follow their steps (tools/scaffold).
const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], { cwd: root }).filter(
  (page) => !/node_modules|docs[\\/](?:reference|adding-)/.test(page),
);

it('type-checks every TypeScript snippet of guides and READMEs', async () => {
  const libraries = await readLibraries();
  const snippets = pages.sort().flatMap((page) => snippetsOf(page, readFileSync(join(root, page), 'utf8')));
  const programs = snippets.map((snippet) => programOf(snippet, libraries));
  const problems = await typeCheck(new Map(programs.map(({ text }, index) => [`${index}.mts`, text])));
  const located = problems.map((problem) => {
    const [, index = '', line = ''] = /^(\d+)\.mts\((\d+),/.exec(problem) ?? [];
    const { page, line: first = 0 } = snippets[Number(index)] ?? {};
    return `${page}:${first + Number(line) - 1 - (programs[Number(index)]?.linesBefore ?? 0)} ${problem}`;
  });
  expect(located).toEqual([]);
  expect(snippets.length).toBeGreaterThan(20);
}, 120_000);
