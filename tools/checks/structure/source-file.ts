import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ParseResult } from 'oxc-parser';

import { parseSource, type Syntax, syntaxOf } from '../../typescript/syntax.ts';

/** A source of a package, e.g. `packages/compute/src/instances/start-instance.ts`. */
export interface SourceFile {
  readonly path: string;
  /** The package, e.g. `compute`. */
  readonly packageName: string;
  /** The folder below `src`, e.g. `instances` or `testing/wire`; `''` for `src` itself. */
  readonly folder: string;
  /** The name without `.ts`, e.g. `start-instance`. */
  readonly name: string;
  readonly kind: 'source' | 'test' | 'fixture';
  readonly text: string;
  /** The statements of a source; nothing of a test or fixture. */
  readonly statements: readonly Syntax[];
  /** The names that a source exports; `*` for `export *`. */
  readonly exports: readonly string[];
}

const kindOf = (path: string): SourceFile['kind'] => {
  if (path.includes('/__fixtures__/')) return 'fixture';
  return /\.test(-d)?\.ts$/.test(path) ? 'test' : 'source';
};

const exportedNames = ({ staticExports }: ParseResult['module']): readonly string[] =>
  staticExports.flatMap(({ entries }) => entries.map(({ exportName }) => exportName.name ?? '*'));

const read = (root: string, path: string): SourceFile => {
  const [, packageName = '', , ...below] = path.split('/');
  const text = readFileSync(join(root, path), 'utf8');
  const kind = kindOf(path);
  const parsed = kind === 'source' ? parseSource(path, text) : undefined;
  return {
    path,
    packageName,
    folder: below.slice(0, -1).join('/'),
    name: (below.at(-1) ?? '').replace(/\.ts$/, ''),
    kind,
    text,
    statements: parsed ? syntaxOf(parsed) : [],
    exports: parsed ? exportedNames(parsed.module) : [],
  };
};

/** Reads all sources of all packages below a root, in the order of their paths. */
export const readSourceFiles = (root: string): readonly SourceFile[] =>
  globSync('packages/*/src/**/*.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => read(root, path));

/** Packages with their own structure. Every other package is a layer: service, resource, operation. */
export const notLayers: ReadonlySet<string> = new Set(['core', 'services', 'contract', 'local', 'cli', 'patterns']);

export const isInLayer = ({ packageName, folder }: SourceFile): boolean =>
  !notLayers.has(packageName) && folder !== '' && !folder.includes('__fixtures__');

/** Whether a source is in the folder of a layer's service, but not in a resource folder, e.g. `compute/src/ec2/user-data.ts`. */
export const isInServiceFolder = (file: SourceFile): boolean => isInLayer(file) && !file.folder.includes('/');

/** Whether a source is in a resource folder of a layer or below it, e.g. `compute/src/ec2/instances/instance.ts`. */
export const isInResourceFolder = (file: SourceFile): boolean => isInLayer(file) && file.folder.includes('/');
