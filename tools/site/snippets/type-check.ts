import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from '../../run-command.ts';
import { root } from '../../root.ts';

/** Compiles programs against the sources of the packages, and returns what the compiler reports, a line each: `0.mts(3,5): error …`. */
export const typeCheck = async (programs: ReadonlyMap<string, string>): Promise<readonly string[]> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'arch-snippets-')));
  try {
    symlinkSync(join(root, 'examples/node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [name, text] of programs) writeFileSync(join(folder, name), text);
    const compilerOptions = {
      isolatedDeclarations: false,
      declaration: false,
      typeRoots: [join(root, 'node_modules/@types')],
    };
    const files = [...programs.keys()];
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, files }),
    );
    const command = [join(root, 'node_modules/.bin/tsc'), '--pretty', 'false', '-p', folder];
    const { output } = await runCommand(command, { cwd: folder, quiet: true });
    return output.split('\n').filter((line) => files.some((name) => line.startsWith(`${name}(`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
