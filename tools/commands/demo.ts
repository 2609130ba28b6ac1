// Runs the demo from the sources of the packages, so that nothing has to be built: `npm run demo`, or some layers: `npm run demo -- storage ml`.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// oxlint-disable-next-line import/no-unassigned-import -- it tells Node where the packages' sources are.
import '../from-sources.ts';
import { didYouMean } from '../did-you-mean.ts';
import { publishedPackages } from '../published-packages.ts';
import { root } from '../root.ts';

const layers = publishedPackages(root).filter((name) => existsSync(join(root, 'examples/demo', `${name}.ts`)));
const unknown = process.argv.slice(2).find((name) => !layers.includes(name));
if (unknown === undefined) {
  console.error('arch: loading the packages from their sources …');
  enableCompileCache();
  await import('../../examples/demo/main.ts');
} else {
  console.error(didYouMean('layer', unknown, layers));
  process.exitCode = 2;
}
