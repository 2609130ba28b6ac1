import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The entry files of a package, from its `exports`. */
export const entriesOf = (folder: string): string[] => {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, { '@arch/source': string }>;
  };
  return Object.values(exports).map((entry) => entry['@arch/source']);
};
