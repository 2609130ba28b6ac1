// Runs in a package's folder before and after it is packed: the packed README has absolute links, the one in the repository relative ones.
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { readProject } from '../checks/project/project.ts';
import { withAbsoluteLinks } from './absolute-links.ts';

const readme = resolve('README.md');
/** The original while the package is packed. If a run was killed, the next one finds it. */
const original = resolve('node_modules/.arch-readme.md');

if (existsSync(original)) renameSync(original, readme);
if (!process.argv.includes('--restore')) {
  const { repository } = readProject(resolve(import.meta.dirname, '../..'));
  copyFileSync(readme, original);
  writeFileSync(readme, withAbsoluteLinks(readFileSync(readme, 'utf8'), basename(process.cwd()), repository));
}
