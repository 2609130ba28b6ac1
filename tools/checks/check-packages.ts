// Checks the packed packages with publint and are-the-types-wrong.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { packPackages } from './pack-packages.ts';
import { runCommand } from '../run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'arch-packages-'));
try {
  const tarballs = await packPackages(folder);
  for (const tarball of tarballs.values()) {
    for (const command of [
      ['publint', '--strict', tarball],
      ['attw', '--profile', 'esm-only', tarball],
    ]) {
      const { status, output } = await runCommand(command, { quiet: true });
      if (status === 0) continue;
      console.error(output);
      process.exitCode = 1;
    }
  }
  if (process.exitCode === undefined) console.log(`${tarballs.size} packages pass publint and are-the-types-wrong`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
