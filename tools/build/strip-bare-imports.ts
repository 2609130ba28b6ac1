// Takes imports without names out of what was built, run in a package's folder: no module of ours has side effects, so that such an import
// only makes Node load a file for nothing, and bundlers warn.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(process.cwd(), 'dist');
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.js')) continue;
  const file = join(dist, name);
  const text = readFileSync(file, 'utf8');
  const stripped = text.replaceAll(/^import '\.{1,2}\/[^']+';\n/gm, '');
  if (stripped !== text) writeFileSync(file, stripped);
}
