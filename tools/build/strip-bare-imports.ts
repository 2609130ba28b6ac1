// Removes imports without names from the built files. Run it in a package's folder. No module of these packages has side effects, so such an import
// only makes Node load an unused file, and bundlers warn about it.
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
