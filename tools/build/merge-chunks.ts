// Merges the small chunks of a build, run in the package's folder after tsup: esbuild makes a chunk for each set of entries that share code,
// and Node takes longer to find and open a small file than to read its contents in another one. Rollup merges them without loading more.
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { type ManualChunkMeta, rollup } from 'rollup';

import { entriesOf } from './entries-of.ts';

const dist = join(process.cwd(), 'dist');
const built = globSync('**/*.js', { cwd: dist }).map((name) => join(dist, name));
const input = Object.fromEntries(
  entriesOf(process.cwd()).map((source) => {
    const name = source.replace(/^\.\/src\/|\.ts$/g, '');
    return [name, join(dist, `${name}.js`)];
  }),
);

/** Returns the file of a module that is imported when it is used. */
const builtFile = (name: string): string => {
  const found = built.find((id) => new RegExp(`[\\\\/]${name}-[A-Z0-9]{8}\\.js$`).test(id));
  if (found === undefined) throw new Error(`The build has no file ${name}-….js: update tools/build/merge-chunks.ts.`);
  return found;
};

/** The modules that the first call of a process always loads, although each is imported when it is used. */
const ofFirstCall = [
  'credentials',
  'guarded-transport',
  'node-transport',
  'read-network-settings',
  'own-way',
  'shared-files',
  'standard-retry',
];

const protocols = ['aws-json', 'aws-query', 'rest-json', 'rest-xml'];

/** Returns the file of a module that some protocols use. */
const nameOf = (users: readonly string[]): string => {
  if (users.length === 1) return `${users[0]}-protocol`;
  return users.length === 2 ? users.join('-and-') : 'first-call';
};

type Info = ManualChunkMeta['getModuleInfo'];

/** Returns files with all that they import. */
const closureOf = (ids: Iterable<string>, info: Info, found: Set<string> = new Set()): Set<string> => {
  for (const id of ids) {
    if (found.has(id)) continue;
    found.add(id);
    closureOf(info(id)?.importedIds ?? [], info, found);
  }
  return found;
};

/** The files that are imported with `import()`. */
const onDemand = (info: Info): readonly string[] => built.flatMap((id) => info(id)?.dynamicallyImportedIds ?? []);

/** Whether a file contains an `import()`, itself or in the files that it needs. */
const hasImportsOnDemand = (id: string, info: Info): boolean =>
  [...closureOf([id], info)].some((each) => (info(each)?.dynamicallyImportedIds ?? []).length > 0);

/**
 * Returns the name of the file that each file becomes a part of: what an import of the package or of a layer loads, the SDK's runtime, and what else
 * the first call loads. Each of them contains nothing of the others. `base` is what both the package and files that are
 * imported when they are used need: in a bundle, which imports them statically (bundled-imports.ts), it is evaluated before both.
 */
const groupsOf = (info: Info): ReadonlyMap<string, string> => {
  const groups = new Map<string, string>();
  const group = (name: string, roots: readonly string[], isPart: (id: string) => boolean = () => true): void => {
    for (const id of closureOf(roots, info))
      if (!Object.values(input).includes(id) && !groups.has(id) && isPart(id)) groups.set(id, name);
  };
  const needed = closureOf(onDemand(info), info);
  group('base', [input['index']!, input['builder']!], (id) => needed.has(id) && !hasImportsOnDemand(id, info));
  group('start', [input['index']!, input['builder']!, input['define']!]);
  group('sdk-runtime', [input['sdk/index']!]);
  group('first-call', ofFirstCall.map(builtFile));
  group('signing', ['presign', 'sign-url'].map(builtFile));
  // Each client loads the files of its protocol: one of its own, and those that it shares with others.
  const closures = protocols.map((name) => [name, closureOf([builtFile(`${name}-protocol`)], info)] as const);
  for (const id of closures.flatMap(([, ids]) => [...ids])) {
    const users = closures.flatMap(([name, ids]) => (ids.has(id) ? name : []));
    if (!groups.has(id)) groups.set(id, nameOf(users));
  }
  return groups;
};
let groups: ReadonlyMap<string, string> | undefined;

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
  manualChunks: (id, { getModuleInfo }) => (groups ??= groupsOf(getModuleInfo)).get(id),
  hoistTransitiveImports: false,
  minifyInternalExports: false,
  entryFileNames: '[name].js',
  // Without the hash of esbuild's chunk.
  chunkFileNames: ({ name }) => `${name.replace(/-[A-Z0-9]{8}$/, '')}-[hash].js`,
});
