import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const packageFiles = ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'tsup.config.ts', 'LICENSE'];
const rootFiles = ['package.json', 'pnpm-workspace.yaml', 'tsconfig.base.json', 'vitest.config.ts', '.oxfmtrc.json'];

/** A temporary workspace with copies of some packages. */
export interface Workspace extends Disposable {
  readonly root: string;
  /** Runs one of the project's tools in the workspace, or in one of its folders, and returns its output. */
  run(tool: string, ...parameters: readonly string[]): Ran;
  runIn(folder: string, tool: string, ...parameters: readonly string[]): Ran;
}

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Creates a workspace with copies of the tools and of some layers. It shares all other files with this repository. */
export const workspace = (...layers: readonly string[]): Workspace => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'arch-new-operation-')));
  for (const path of rootFiles) cpSync(join(root, path), join(folder, path));
  mkdirSync(join(folder, 'packages'));
  for (const name of readdirSync(join(root, 'packages'))) {
    if (name === 'services' || layers.includes(name)) copyPackage(folder, name);
    else symlinkSync(join(root, 'packages', name), join(folder, 'packages', name), 'junction');
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  cpSync(join(root, 'tools'), join(folder, 'tools'), {
    recursive: true,
    filter: (path) => !/[\\/]node_modules$/.test(path),
  });
  symlinkSync(join(root, 'tools/node_modules'), join(folder, 'tools/node_modules'), 'junction');
  return {
    root: folder,
    run: (tool, ...parameters) => runIn(folder, tool, parameters),
    runIn: (below, tool, ...parameters) => runIn(join(folder, below), tool, parameters),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const copyPackage = (folder: string, name: string): void => {
  const [from, to] = [join(root, 'packages', name), join(folder, 'packages', name)];
  mkdirSync(to);
  for (const path of packageFiles) {
    if (existsSync(join(from, path))) cpSync(join(from, path), join(to, path), { recursive: true });
  }
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'), 'junction');
};

const runIn = (cwd: string, tool: string, parameters: readonly string[]): Ran => {
  const { VITEST: _1, VITEST_WORKER_ID: _2, VITEST_POOL_ID: _3, ...env } = process.env;
  const command = tool === 'node' ? process.execPath : join(root, 'node_modules/.bin', tool);
  const { status, stdout, stderr } = spawnSync(command, parameters, {
    cwd,
    env,
    shell: process.platform === 'win32' && tool !== 'node',
  });
  return { status, output: `${stdout}${stderr}` };
};
