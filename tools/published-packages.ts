import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the published packages, e.g. `core`, in alphabetical order. Private packages are built into others or used by tests. */
export const publishedPackages = (root: string): readonly string[] =>
  readdirSync(join(root, 'packages'))
    .filter((folder) => isPublished(join(root, 'packages', folder, 'package.json')))
    .sort();

const isPublished = (manifest: string): boolean =>
  existsSync(manifest) && !(JSON.parse(readFileSync(manifest, 'utf8')) as { readonly private?: boolean }).private;
