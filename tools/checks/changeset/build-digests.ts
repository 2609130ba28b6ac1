import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { publishedPackages } from '../../published-packages.ts';

/** Returns a digest of the built content of each published package, by its name. */
export const buildDigests = (root: string): ReadonlyMap<string, string> => {
  const digests = new Map<string, string>();
  for (const folder of publishedPackages(root)) {
    const path = join(root, 'packages', folder);
    const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<string, unknown>;
    const hash = createHash('sha256').update(JSON.stringify(published(manifest)));
    // Source maps are not published, so their changes do not concern users.
    const files = globSync('dist/**/*.{js,ts}', { cwd: path }).sort();
    if (files.length === 0) throw new Error(`packages/${folder} is not built; run npm run build`);
    for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(join(path, file)));
    digests.set(String(manifest['name']), hash.digest('hex'));
  }
  return digests;
};

/** Returns the parts of a manifest that concern users. The release writes the version. */
const published = ({ dependencies, peerDependencies, engines, publishConfig }: Record<string, unknown>): object => ({
  dependencies,
  peerDependencies,
  engines,
  publishConfig,
});
