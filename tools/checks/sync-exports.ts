// Writes `imports`, `exports` and `publishConfig.exports` of every package from the list below: `node tools/checks/sync-exports.ts`. With `--check`, it only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { publishedPackages } from '../published-packages.ts';
import { runCommand } from '../run-command.ts';
import { root } from '../root.ts';

type Exports = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  imports?: Exports;
  exports?: Exports;
  publishConfig?: { exports?: Exports };
}

const check = process.argv.includes('--check');

/** The entries of packages that are not layers. A layer has one entry, its index. */
const special: Readonly<Record<string, readonly string[]>> = {
  core: [
    'index.ts',
    'define.ts',
    'builder.ts',
    'testing/index.ts',
    'sdk/index.ts',
    'sdk/checksums.ts',
    'sdk/event-streams.ts',
    'sdk/signature-v4a.ts',
  ],
  local: ['index.ts', 'vitest.ts'],
};

const sourcesOf = (name: string): readonly string[] => special[name] ?? ['index.ts'];

const subpathOf = (source: string): string => {
  const path = source.replace(/\/?index\.ts$/, '').replace(/\.ts$/, '');
  return path === '' ? '.' : `./${path}`;
};

const exportsOf = (name: string): Exports =>
  Object.fromEntries(
    sourcesOf(name).map((source) => {
      const built = `./dist/${source.replace(/\.ts$/, '')}`;
      // Tools use the first matching condition: tests read sources, and types must precede code.
      return [subpathOf(source), { '@arch/source': `./src/${source}`, types: `${built}.d.ts`, default: `${built}.js` }];
    }),
  );

/** Published packages contain no sources, so these exports do not name them. */
const published = (exports: Exports): Exports =>
  Object.fromEntries(
    Object.entries(exports).map(([path, { types = '', default: file = '' }]) => [path, { types, default: file }]),
  );

/** The two forms of the imports on demand that the build writes (tools/build/bundled-imports.ts). */
const imports: Exports = {
  '#imports': { module: './dist/imports.bundled.js', default: './dist/imports.js' },
};

const problems: string[] = [];
const written: string[] = [];
for (const name of publishedPackages(root)) {
  const file = `packages/${name}/package.json`;
  const before = readFileSync(join(root, file), 'utf8');
  const manifest = JSON.parse(before) as Manifest;
  const exports = exportsOf(name);
  const missing = sourcesOf(name).filter((source) => !existsSync(join(root, 'packages', name, 'src', source)));
  problems.push(...missing.map((source) => `${file}: there is no src/${source}`));
  if (manifest.scripts?.['build']?.includes('bundled-imports')) manifest.imports = imports;
  manifest.exports = exports;
  manifest.publishConfig = { ...manifest.publishConfig, exports: published(exports) };
  if (JSON.stringify(JSON.parse(before)) === JSON.stringify(manifest)) continue;
  if (check)
    problems.push(
      `${file}: imports or exports are not those of tools/checks/sync-exports.ts; run npm run check -- exports --update`,
    );
  else {
    writeFileSync(join(root, file), `${JSON.stringify(manifest, null, 2)}\n`);
    written.push(file);
  }
}
if (written.length > 0) await runCommand(['oxfmt', ...written], { quiet: true });
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
