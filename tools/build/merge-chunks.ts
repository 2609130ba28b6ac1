// Merges the small chunks of a build, run in the package's folder after tsup: esbuild makes a chunk for each set of entries that share code,
// and Node takes longer to find and open a small file than to read its contents in another one. Rollup merges them without loading more.
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { rollup } from 'rollup';

import { entriesOf } from './entries-of.ts';

const dist = join(process.cwd(), 'dist');
const built = globSync('**/*.js', { cwd: dist }).map((name) => join(dist, name));
const input = Object.fromEntries(
  entriesOf(process.cwd()).map((source) => {
    const name = source.replace(/^\.\/src\/|\.ts$/g, '');
    return [name, join(dist, `${name}.js`)];
  }),
);

const bundle = await rollup({
  input,
  external: (id) => !id.startsWith('.') && !id.startsWith(dist),
  treeshake: false,
  preserveEntrySignatures: 'strict',
  onLog: (level, log) => {
    if (level === 'warn') throw new Error(log.message);
  },
});
// All modules have been read.
for (const file of built) rmSync(file);
await bundle.write({
  dir: dist,
  format: 'es',
  experimentalMinChunkSize: 10_000,
  hoistTransitiveImports: false,
  minifyInternalExports: false,
  entryFileNames: '[name].js',
  // Without the hash of esbuild's chunk.
  chunkFileNames: ({ name }) => `${name.replace(/-[A-Z0-9]{8}$/, '')}-[hash].js`,
});
