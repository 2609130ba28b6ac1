// Packs every package and uses it like a user: installs it with npm in an empty folder, imports and requires it with each supported version of Node.js,
// bundles it, and type-checks it with three versions of TypeScript. `--node 24.21.0` tests one version of Node.js only.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { packageNames, packPackages } from './pack-packages.ts';
import { runCommand, type RunOptions } from '../run-command.ts';
import { bundledPrograms, dependentProgram, invokedProgram, replacingProgram } from './packed/bundled-programs.ts';
import { loopbackAws } from './packed/loopback-aws.ts';
import { strangersProgram, strangersTsconfig } from './strangers-program.ts';
import { root } from '../root.ts';

const folder = mkdtempSync(join(tmpdir(), 'arch-pack-'));
const project = join(folder, 'project');
const { values } = parseArgs({ options: { node: { type: 'string', multiple: true } } });
const versions = values.node ?? ['22.23.3', '24.21.0', '26.10.0'];
const yarn = '4.18.1';
const mostMegabytes = 6;

const failed: string[] = [];
const step = async (name: string, work: () => Promise<void>): Promise<void> => {
  const start = performance.now();
  try {
    await work();
    console.log(`  ✔ ${name} (${((performance.now() - start) / 1_000).toFixed(1)} s)`);
  } catch (error) {
    failed.push(name);
    console.error(`  ✘ ${name}\n${(error as Error).message}`);
  }
};
const run = (...command: readonly string[]): Promise<string> => runWith({}, ...command);
const runWith = async ({ cwd = project, env }: RunOptions, ...command: readonly string[]): Promise<string> => {
  const { status, output } = await runCommand(command, { cwd, env, quiet: true });
  if (status !== 0) throw new Error(output);
  return output;
};
const write = (name: string, text: string): void => writeFileSync(join(project, name), text);
const expect = (what: string, found: unknown, wanted: unknown): void => {
  if (String(found) !== String(wanted)) throw new Error(`${what}: ${String(found)}, not ${String(wanted)}`);
};

const install = (...tarballs: readonly (string | undefined)[]): Promise<string> =>
  run(
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...tarballs.filter((file) => file !== undefined),
  );

const megabytes = (path: string): number =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0) / 1_048_576;

const entriesOf = (name: string): readonly string[] => {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
    exports: object;
  };
  return Object.keys(exports).map((path) => `@arch/${name}${path.slice(1)}`);
};
const entries = packageNames.flatMap(entriesOf);

const compute = async (tarballs: ReadonlyMap<string, string>): Promise<void> => {
  await install(tarballs.get('core'), tarballs.get('compute'));
  const { packages } = JSON.parse(readFileSync(join(project, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: object;
  };
  expect(
    'packages that npm added',
    Object.keys(packages).sort().join(', '),
    'node_modules/@arch/compute, node_modules/@arch/core',
  );
  const size = megabytes(join(project, 'node_modules'));
  if (size > mostMegabytes) throw new Error(`they take ${size.toFixed(1)} MB, more than ${mostMegabytes} MB`);
};

const imports = async (version: string): Promise<void> => {
  const node =
    version === process.versions.node
      ? [process.execPath]
      : ['npx', '--yes', '--loglevel=error', '--package', `node@${version}`, '--', 'node'];
  expect('version', (await run(...node, '--version')).trim(), `v${version}`);
  expect('import', (await run(...node, 'import.mjs')).trim(), entries.length);
  expect('require', (await run(...node, 'require.cjs')).trim(), entries.length);
};

/** Imports each entry alone with static instead of dynamic imports, as bundlers do: modules must be evaluated before those that use them at once. */
const importsOfBundlers = async (): Promise<void> => {
  for (const entry of entries) {
    const program = `console.log(Object.keys(await import('${entry}')).length > 0)`;
    const conditions = ['--conditions=module', '--input-type=module', '--eval', program];
    expect(entry, (await run(process.execPath, ...conditions)).trim(), true);
  }
};

type Format = 'esm' | 'cjs';

/** Bundles a program for Node.js. */
const esbuild = (program: string, format: Format, file: string): Promise<string> => {
  const options = ['--bundle', '--platform=node', '--target=node22', `--format=${format}`, '--log-level=error'];
  return run(join(root, 'node_modules/.bin/esbuild'), program, ...options, `--outfile=${file}`);
};

/** Bundles a function of each layer in a format and runs it. Most bundlers of Lambda functions write CommonJS. */
const bundle = async (format: Format): Promise<void> => {
  const aws = await loopbackAws();
  try {
    for (const [layer, text] of Object.entries(bundledPrograms)) {
      write(`${layer}.ts`, text);
      const file = `${layer}.${format === 'esm' ? 'mjs' : 'cjs'}`;
      await esbuild(`${layer}.ts`, format, file);
      // The environment contains no settings of this machine, and the bundle cannot load other modules.
      const env = { PATH: process.env['PATH'], HOME: folder, ...aws.env };
      expect(
        `the ${format} bundle of ${layer}`,
        /\d{4}-\d\d-\d\d$/.test((await runWith({ env }, process.execPath, file)).trim()),
        true,
      );
    }
  } finally {
    aws.close();
  }
};

/** The build takes Node's modules in a way of its own, so that the tests of the sources do not suffice. */
const replaced = async (): Promise<void> => {
  const aws = await loopbackAws();
  write('replacing.mjs', replacingProgram);
  try {
    const env = { PATH: process.env['PATH'], HOME: folder, ...aws.env };
    expect('replaced requests', (await runWith({ env }, process.execPath, 'replacing.mjs')).trim(), '0 1 1');
  } finally {
    aws.close();
  }
};

/** The build leaves parts of the SDK out, so that the tests of the sources do not suffice. */
const invoked = async (): Promise<void> => {
  write('invoked.mjs', invokedProgram);
  await esbuild('invoked.mjs', 'esm', 'invoked.bundle.mjs');
  for (const file of ['invoked.mjs', 'invoked.bundle.mjs']) {
    const printed = await runWith({ env: { PATH: process.env['PATH'], HOME: folder } }, process.execPath, file);
    expect(file, printed.trim(), 'ASIAROLE Root=1-2-3 00-1-2-01 AccessDeniedError');
  }
};

type Tarballs = ReadonlyMap<string, string>;

/** Runs a program that depends on a layer only, installed by a package manager that hides what a program does not depend on. */
const dependent = async (
  name: string,
  manifest: object,
  install: (cwd: string) => Promise<string[]>,
): Promise<void> => {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ name, private: true, type: 'module', ...manifest }));
  writeFileSync(join(cwd, 'program.mjs'), dependentProgram);
  const start = await install(cwd);
  const aws = await loopbackAws();
  try {
    const env = { PATH: process.env['PATH'], HOME: folder, ...aws.env };
    const printed = await runWith({ cwd, env }, ...start, 'program.mjs');
    expect('the program printed', printed.trim(), 'true NotFoundError 2012-10-17 false');
  } finally {
    aws.close();
  }
};

const dependencies = (tarballs: Tarballs): object => ({ '@arch/compute': `file:${tarballs.get('compute')}` });
const overrides = (tarballs: Tarballs): object => ({ '@arch/core': `file:${tarballs.get('core')}` });

const withPnpm = (tarballs: Tarballs): Promise<void> =>
  dependent('pnpm', { dependencies: dependencies(tarballs) }, async (cwd) => {
    const workspace = JSON.stringify({ packages: ['.'], overrides: overrides(tarballs) });
    writeFileSync(join(cwd, 'pnpm-workspace.yaml'), workspace);
    await runWith({ cwd }, join(root, 'node_modules/.bin/pnpm'), 'install', '--ignore-scripts', '--no-frozen-lockfile');
    return [process.execPath];
  });

const off = (setting: string): string => `enable${setting}: false`;

/** Plug'n'Play: there is no node_modules, and the packages stay in archives. */
const withYarn = (tarballs: Tarballs): Promise<void> =>
  dependent('yarn', { dependencies: dependencies(tarballs), resolutions: overrides(tarballs) }, async (cwd) => {
    // Where CI is set, Yarn would refuse to write the lockfile, and would fetch it all once more for a pull request.
    const settings = ['nodeLinker: pnp', ...['Telemetry', 'GlobalCache', 'ImmutableInstalls', 'HardenedMode'].map(off)];
    writeFileSync(join(cwd, '.yarnrc.yml'), settings.join('\n'));
    writeFileSync(join(cwd, 'yarn.lock'), '');
    await runWith({ cwd }, 'npx', '--yes', '--loglevel=error', `--package=@yarnpkg/cli-dist@${yarn}`, '--', 'yarn');
    return [process.execPath, '--require', './.pnp.cjs', '--experimental-loader', './.pnp.loader.mjs'];
  });

try {
  mkdirSync(project);
  console.log('packed packages:');
  const tarballs = await packPackages(folder);
  write('package.json', '{ "name": "stranger", "private": true, "type": "module" }');
  await step(`@arch/compute installs as two packages, at most ${mostMegabytes} MB`, () => compute(tarballs));
  await step('every package installs with npm', async () => void (await install(...tarballs.values())));
  write(
    'import.mjs',
    `let count = 0;\n${entries.map((name) => `await import('${name}'), count++;`).join('\n')}\nconsole.log(count);`,
  );
  write(
    'require.cjs',
    `let count = 0;\n${entries.map((name) => `require('${name}'), count++;`).join('\n')}\nconsole.log(count);`,
  );
  for (const version of versions)
    await step(`Node.js ${version} imports and requires ${entries.length} entries`, () => imports(version));
  await step('every entry can be imported with the condition of bundlers', importsOfBundlers);
  for (const format of ['esm', 'cjs'] as const)
    await step(`esbuild bundles a function of each layer to ${format}, and the bundles call AWS`, () => bundle(format));
  await step('a replacement of http.request receives the requests', replaced);
  await step('a program in an invocation of Lambda gets credentials of its role, and sends trace headers', invoked);
  await step('a program that pnpm installs depends on @arch/compute only', () => withPnpm(tarballs));
  await step("so does one that Yarn installs with Plug'n'Play", () => withYarn(tarballs));
  write('program.ts', strangersProgram(entries));
  for (const compiler of ['typescript', 'typescript-6', 'typescript-5']) {
    for (const resolution of ['nodenext', 'bundler'] as const) {
      await step(`${compiler} checks a program under ${resolution}`, async () => {
        write('tsconfig.json', strangersTsconfig(resolution));
        await run(process.execPath, join(root, 'node_modules', compiler, 'bin/tsc'), '-p', '.');
      });
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed.length > 0) process.exitCode = 1;
