import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { runCommand } from './run-command.ts';

const root = resolve(import.meta.dirname, '..');

/** What is private is built into other packages. */
function isPrivate(name: string): boolean {
  const manifest = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly private?: boolean }).private === true;
}

/** The packages that are published, e.g. `core`. */
export const packageNames: readonly string[] = readdirSync(join(root, 'packages'))
  .filter((name) => !isPrivate(name))
  .sort();

/** Packs every package as it would be published; gives the tarballs by name. */
export const packPackages = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  for (const name of packageNames) {
    const command = ['pnpm', 'pack', '--pack-destination', folder];
    const { status, output } = await runCommand(command, { cwd: join(root, 'packages', name), quiet: true });
    if (status !== 0) throw new Error(`${name} cannot be packed:\n${output}`);
  }
  const files = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  return new Map(
    packageNames.map((name) => [name, join(folder, files.find((file) => file.startsWith(`arch-${name}-`)) ?? name)]),
  );
};
