// Packs every package and uses it as a stranger would: installed by npm into an empty folder, imported and required by each Node.js that
// is supported, bundled, and type-checked with the oldest and the newest TypeScript. `--node 24` tries one Node.js only.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'arch-pack-'));
const project = join(folder, 'project');
const packages = ['core', 'compute', 'local'];
const { values } = parseArgs({ options: { node: { type: 'string', multiple: true } } });
const versions = values.node ?? ['22.23.3', '24.21.0', '26.10.0'];

let failed = 0;
const step = (name: string, work: () => void): void => {
  const start = performance.now();
  try {
    work();
    console.log(`  ✔ ${name} (${((performance.now() - start) / 1_000).toFixed(1)} s)`);
  } catch (error) {
    failed++;
    const { stdout, stderr, message } = error as { stdout?: Buffer; stderr?: Buffer; message: string };
    console.error(`  ✘ ${name}\n${[stdout, stderr].filter(Boolean).join('\n') || message}`);
  }
};
const run = (command: string, parameters: readonly string[], cwd = project): string =>
  execFileSync(command, parameters, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  }).toString();
const write = (name: string, text: string): void => writeFileSync(join(project, name), text);

const namesOf = (name: string): readonly string[] => {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
    exports: object;
  };
  return Object.keys(exports).map((path) => `@arch/${name}${path.slice(1)}`);
};
const names = packages.flatMap(namesOf);

/** Everything that a package's entries export, used enough that a missing type or value shows. */
const program = `
import { describeInstance, listInstances, runInstance, startInstance, type Instance } from '@arch/compute';
import { describeInstance as same } from '@arch/compute/instances';
import { createSession, NotFoundError, policyFor, withSession } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
export const work = async (): Promise<string> => {
  await using aws = fakeAws();
  const session = createSession({ region: 'eu-west-1' });
  const started: Instance = await withSession(session, () => startInstance('i-1', { wait: true }));
  for await (const { state } of listInstances({ state: 'running' }, { session: aws.session })) console.log(state);
  const launched = await runInstance({ image: { os: 'amazon-linux-2023' }, instanceType: 't3.micro' });
  return launched.state + started.launchTime.toISOString() + String(same === describeInstance) + NotFoundError.name + policyFor(same).Version;
};
`;

const tsconfig = (module: string, moduleResolution: string): string =>
  JSON.stringify({
    compilerOptions: {
      module,
      moduleResolution,
      target: 'es2022',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    },
    files: ['program.ts'],
  });

try {
  mkdirSync(project);
  console.log('packed packages:');
  for (const name of packages) run('pnpm', ['pack', '--pack-destination', folder], join(root, 'packages', name));
  const tarballs = readdirSync(folder)
    .filter((file) => file.endsWith('.tgz'))
    .map((file) => join(folder, file));
  write('package.json', '{ "name": "stranger", "private": true, "type": "module" }');
  step('installs with npm', () => run('npm', ['install', '--no-audit', '--no-fund', ...tarballs]));
  step('@arch/compute adds two packages and nothing else', () => {
    const found = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
    const scoped = readdirSync(join(project, 'node_modules/@arch')).sort();
    if (found.join() !== '@arch' || scoped.join() !== 'compute,core,local')
      throw new Error(`found ${found.join()} with ${scoped.join()}`);
  });
  write('import.mjs', names.map((name) => `await import('${name}');`).join('\n'));
  write('require.cjs', names.map((name) => `require('${name}');`).join('\n'));
  for (const version of versions) {
    const tools = join(folder, `node-${version}`);
    step(`Node.js ${version} imports and requires every entry`, () => {
      mkdirSync(tools);
      run('npm', ['install', '--no-audit', '--no-fund', '--prefix', tools, `node@${version}`], tools);
      const node = join(tools, 'node_modules/node/bin/node');
      run(node, ['import.mjs']);
      run(node, ['require.cjs']);
    });
  }
  write('program.ts', program);
  step('esbuild bundles it, and the bundle runs', () => {
    write(
      'bundled.ts',
      "import { describeInstance } from '@arch/compute'; console.log(typeof describeInstance, describeInstance.permissions.length);",
    );
    run(join(root, 'node_modules/.bin/esbuild'), [
      'bundled.ts',
      '--bundle',
      '--platform=node',
      '--format=esm',
      '--outfile=bundled.mjs',
    ]);
    const output = run(process.execPath, ['bundled.mjs']).trim();
    if (output !== 'function 1') throw new Error(`the bundle printed ${output}`);
  });
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    for (const compiler of ['typescript', 'typescript-5']) {
      step(`${compiler} checks it under ${resolution}`, () => {
        write('tsconfig.json', tsconfig(module, resolution));
        run(process.execPath, [join(root, 'node_modules', compiler, 'bin/tsc'), '-p', '.']);
      });
    }
  }
  for (const name of packages) {
    const tarball = tarballs.find((file) => file.includes(`arch-${name}-`)) ?? '';
    step(`publint and are-the-types-wrong accept ${name}`, () => {
      run(join(root, 'node_modules/.bin/publint'), ['--strict', tarball]);
      run(join(root, 'node_modules/.bin/attw'), ['--profile', 'esm-only', tarball]);
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed > 0) process.exitCode = 1;
