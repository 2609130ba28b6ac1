// Writes what the docs say of the code: docs/reference, and the marked regions of the READMEs and of docs. `--check` only compares.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { brokenLinks } from './generate-reference/broken-links.ts';
import { readLibraries } from './generate-reference/library.ts';
import { regionTexts } from './generate-reference/region-texts.ts';
import { fillRegions } from './generate-reference/regions.ts';
import { renderPages } from './generate-reference/render-page.ts';
import { root } from './generate-reference/sources.ts';

const check = process.argv.includes('--check');
const libraries = await readLibraries();
const pages = new Map([...renderPages(libraries)].map(([folder, text]) => [`docs/reference/${folder}.md`, text]));

const problems: string[] = [];
const written = globSync(['*.md', 'docs/*.md', 'docs/decisions/*.md', 'packages/*/README.md'], { cwd: root });
for (const page of written.map((path) => path.replaceAll('\\', '/')).sort()) {
  const before = readFileSync(join(root, page), 'utf8');
  try {
    pages.set(page, fillRegions(before, regionTexts(page, libraries)));
  } catch (error) {
    problems.push(`${page}: ${(error as Error).message}`);
  }
}

for (const [page, text] of pages) {
  const file = join(root, page);
  for (const link of brokenLinks(page, text, pages)) problems.push(`${page}: the link ${link} leads nowhere`);
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
