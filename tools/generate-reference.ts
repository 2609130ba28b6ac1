import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLibraries } from './generate-reference/library.ts';
import { renderPages } from './generate-reference/render-page.ts';
import { root } from './generate-reference/sources.ts';

for (const [folder, text] of renderPages(await readLibraries())) {
  mkdirSync(join(root, 'docs/reference'), { recursive: true });
  writeFileSync(join(root, 'docs/reference', `${folder}.md`), text);
}
