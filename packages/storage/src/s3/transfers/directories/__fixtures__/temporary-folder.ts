import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary directory. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
  readonly write: (path: string, content: string, modified?: Date) => Promise<void>;
  /** The contents by their paths. */
  readonly contents: () => Promise<Readonly<Record<string, string>>>;
}

export const temporaryFolder = async (): Promise<TemporaryFolder> => {
  const root = await mkdtemp(join(tmpdir(), 'arch-directory-'));
  return {
    path: root,
    write: async (path, content, modified = new Date('2026-03-01')) => {
      const full = join(root, path);
      await mkdir(dirname(full), { recursive: true });
      await writeFile(full, content);
      await utimes(full, modified, modified);
    },
    contents: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      const found = await Promise.all(
        paths.sort().map(async (path) => [path.slice(root.length + 1), await readFile(path, 'utf8')] as const),
      );
      return Object.fromEntries(found);
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
};
