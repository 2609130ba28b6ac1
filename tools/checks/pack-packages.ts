import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { publishedPackages } from '../published-packages.ts';
import { runCommand } from '../run-command.ts';
import { root } from '../root.ts';

/** The published packages, e.g. `core`. */
export const packageNames: readonly string[] = publishedPackages(root);

/** Packs every package as it is published. Returns the tarballs by name. */
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
