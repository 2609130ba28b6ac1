import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the packages whose content differs from that of an earlier commit and that no changeset names. */
export const missingChangesets = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  root: string,
  changesets: readonly string[],
): readonly string[] => {
  const named = new Set(
    changesets
      .filter((file) => file.endsWith('.md') && existsSync(join(root, file)))
      .flatMap((file) => namesIn(readFileSync(join(root, file), 'utf8'))),
  );
  return [...after].filter(([name, digest]) => before.get(name) !== digest && !named.has(name)).map(([name]) => name);
};

const namesIn = (changeset: string): readonly string[] => {
  const [, head = ''] = /^---\n([^]*?)\n---/.exec(changeset) ?? [];
  return [...head.matchAll(/^['"]?(@?[\w/-]+)['"]?:/gm)].map(([, name = '']) => name);
};
