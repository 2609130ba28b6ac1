// Writes `exports` and `publishConfig.exports` of every package from its folders: `node tools/sync-exports.ts`, `--check` only compares.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');

interface Manifest {
  exports: Record<string, Record<string, string>>;
  publishConfig?: { exports: Record<string, Record<string, string>> };
}

/** Subpaths that are not a resource folder of a layer. */
const special: Readonly<Record<string, readonly string[]>> = {
  core: ['index.ts', 'builder.ts', 'testing/index.ts', 'sdk/index.ts'],
  local: ['index.ts', 'vitest.ts'],
};

const sourcesOf = (name: string): readonly string[] => {
  const src = join(root, 'packages', name, 'src');
  const folders = readdirSync(src, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(join(src, entry.name, 'index.ts')),
  );
  return special[name] ?? ['index.ts', ...folders.map((entry) => `${entry.name}/index.ts`).sort()];
};

const subpath = (source: string): string => {
  const path = source.replace(/\/?index\.ts$/, '').replace(/\.ts$/, '');
  return path === '' ? '.' : `./${path}`;
};

let different = false;
for (const name of readdirSync(join(root, 'packages'))) {
  const file = join(root, 'packages', name, 'package.json');
  const before = readFileSync(file, 'utf8');
  const manifest = JSON.parse(before) as Manifest;
  const entries = sourcesOf(name).map((source) => {
    const built = source.replace(/\.ts$/, '');
    return [
      subpath(source),
      { '@arch/source': `./src/${source}`, types: `./dist/${built}.d.ts`, default: `./dist/${built}.js` },
    ] as const;
  });
  manifest.exports = Object.fromEntries(entries);
  // The condition for tests from sources is not published: the sources are not either.
  manifest.publishConfig = {
    exports: Object.fromEntries(entries.map(([path, { types, default: file }]) => [path, { types, default: file }])),
  };
  const after = `${JSON.stringify(manifest, null, 2)}\n`;
  if (JSON.stringify(JSON.parse(before)) === JSON.stringify(manifest)) continue;
  different = true;
  if (check)
    console.error(
      `packages/${name}/package.json: exports are not those of its folders; run node tools/sync-exports.ts`,
    );
  else writeFileSync(file, after);
}
if (check && different) process.exitCode = 1;
