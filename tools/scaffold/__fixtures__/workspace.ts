import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { root } from '../../root.ts';

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
  const modules = readdirSync(join(from, 'node_modules')).filter((name) => !name.startsWith('.'));
  for (const name of modules.flatMap((entry) => (entry.startsWith('@') ? scoped(from, entry) : [entry])))
    linkModule(folder, to, name, realpathSync(join(from, 'node_modules', name)));
};

const scoped = (from: string, scope: string): readonly string[] =>
  readdirSync(join(from, 'node_modules', scope)).map((name) => `${scope}/${name}`);

/** Our own packages are those of the workspace, all others are shared. */
const linkModule = (folder: string, to: string, name: string, real: string): void => {
  const link = join(to, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(name.startsWith('@arch/') ? join(folder, 'packages', basename(name)) : real, link, 'junction');
};

/** What `npx pnpm install` would add: the clients of the catalog that a package names and does not have. */
export const installClients = ({ root: folder }: Workspace, packageName: string): void => {
  const to = join(folder, 'packages', packageName);
  const { devDependencies } = JSON.parse(readFileSync(join(to, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const catalog = readFileSync(join(folder, 'pnpm-workspace.yaml'), 'utf8');
  for (const name of Object.keys(devDependencies)) {
    if (existsSync(join(to, 'node_modules', name))) continue;
    const [, version] = new RegExp(`'${name}': (\\S+)`).exec(catalog) ?? [];
    if (!version) throw new Error(`The catalog of pnpm-workspace.yaml has no ${name}.`);
    const store = join(root, 'node_modules/.pnpm', `${name.replace('/', '+')}@${version}`, 'node_modules', name);
    linkModule(folder, to, name, realpathSync(store));
  }
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
