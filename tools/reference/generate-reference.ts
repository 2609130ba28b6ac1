// Writes what the docs say of the code: docs/reference, and the marked regions of the READMEs and of docs. `--check` only compares.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { brokenLinks } from './broken-links.ts';
import { emptySections } from './empty-sections.ts';
import { readLibraries } from './library.ts';
import { withCurrentLinks } from './reference-links.ts';
import { renderReference } from './reference.ts';
import { regionTexts } from './region-texts.ts';
import { fillRegions } from './regions.ts';
import { root } from '../root.ts';

const check = process.argv.includes('--check');
const libraries = await readLibraries();
const reference = renderReference(libraries);
const pages = new Map(reference.pages);

const problems: string[] = [];
const pathsOf = (...patterns: string[]): readonly string[] =>
  globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
for (const page of pathsOf('*.md', 'docs/**/*.md', 'packages/*/README.md')) {
  if (page.startsWith('docs/reference/')) continue;
  const before = withCurrentLinks(page, readFileSync(join(root, page), 'utf8'), reference.locations);
  try {
    pages.set(page, fillRegions(before, regionTexts(page, libraries, reference.locations)));
  } catch (error) {
    problems.push(`${page}: ${(error as Error).message}`);
  }
}

for (const page of pathsOf('docs/reference/**/*.md')) {
  if (pages.has(page)) continue;
  if (check) problems.push(`${page}: is not written any more; run npm run check -- reference --update`);
  else rmSync(join(root, page));
}

for (const [page, text] of pages) {
  const file = join(root, page);
  for (const link of brokenLinks(page, text, pages)) problems.push(`${page}: the link ${link} leads nowhere`);
  for (const heading of emptySections(text)) problems.push(`${page}: the section “${heading}” is empty`);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (check) problems.push(`${page}: not what the sources say; run npm run check -- reference --update`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${page}`);
  }
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else if (check) console.log(`${pages.size} pages say what the sources say`);
