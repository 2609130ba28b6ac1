import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** A copy of the compute package in a workspace of its own, to write into. */
export interface Workspace extends Disposable {
  readonly root: string;
  /** Runs one of the project's tools there, and gives what it printed. */
  run(tool: string, ...parameters: readonly string[]): { readonly status: number | null; readonly output: string };
}

/** Makes a workspace that shares what is installed with this one. */
export const workspace = (): Workspace => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'arch-new-operation-')));
  const compute = join(folder, 'packages/compute');
  mkdirSync(compute, { recursive: true });
  for (const path of ['src', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, 'packages/compute', path), join(compute, path), { recursive: true });
  }
  for (const path of ['tsconfig.base.json', 'vitest.config.ts', '.oxfmtrc.json'])
    cpSync(join(root, path), join(folder, path));
  for (const path of ['node_modules', 'packages/core', 'packages/local', 'packages/compute/node_modules']) {
    symlinkSync(join(root, path), join(folder, path), 'junction');
  }
  const { VITEST: _1, VITEST_WORKER_ID: _2, VITEST_POOL_ID: _3, ...env } = process.env;
  return {
    root: folder,
    run: (tool, ...parameters) => {
      const command = join(root, 'node_modules/.bin', tool);
      const { status, stdout, stderr } = spawnSync(command, parameters, {
        cwd: folder,
        env,
        shell: process.platform === 'win32',
      });
      return { status, output: `${stdout}${stderr}` };
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
};
