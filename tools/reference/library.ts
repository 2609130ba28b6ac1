import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import type { FunctionInfo } from '@arch/core/builder';

import { publishedPackages } from '../published-packages.ts';
import type { Declaration } from '../typescript/declarations.ts';
import { infoOf, load } from './load.ts';
import { entriesOf, publicNames } from './sources.ts';
import { root } from '../root.ts';

/** A name that a package exports. */
export interface Entry {
  readonly name: string;
  readonly file: string;
  readonly declaration: Declaration;
  readonly kind: 'function' | 'type' | 'value';
  readonly info: FunctionInfo | undefined;
}

/** Names that belong together: a folder of resources, or an entry of the package. */
export interface Section {
  readonly title: string;
  /** Where they can be imported from, e.g. `@arch/core/testing`. */
  readonly specifiers: readonly string[];
  readonly entries: readonly Entry[];
}

/** A package that has a reference page. */
export interface Library {
  /** e.g. `compute`. */
  readonly folder: string;
  readonly name: string;
  readonly description: string;
  readonly sections: readonly Section[];
  /** The values of core that a layer exports too. Their documentation is on the page of core. */
  readonly fromCore: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** What `package.json` of a package says. */
export const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as Manifest;

/** All packages that users install, core first. */
export const packageFolders = (): readonly string[] =>
  publishedPackages(root).toSorted((one, other) => Number(other === 'core') - Number(one === 'core'));

/** Core and the packages that stand on it, with what they export. */
export const readLibraries = async (): Promise<readonly Library[]> => {
  const folders = packageFolders().filter(
    (folder) => folder === 'core' || '@arch/core' in (manifestOf(folder).dependencies ?? {}),
  );
  return Promise.all(folders.map(readLibrary));
};

// What the packages of the layers are bundled against: no one imports it by hand.
const isUnlisted = (specifier: string): boolean => specifier.startsWith('@arch/core/sdk');

const core = join(root, 'packages/core/');

const readLibrary = async (folder: string): Promise<Library> => {
  const { name, description } = manifestOf(folder);
  const sections = new Map<string, { specifiers: string[]; entries: Map<string, Entry> }>();
  const seen = new Set<string>();
  const fromCore: string[] = [];
  for (const [subpath, source] of entriesOf(join(root, 'packages', folder))) {
    const specifier = name + subpath.slice(1);
    if (isUnlisted(specifier)) continue;
    const values = await load(source);
    for (const [each, { file, declaration, via }] of publicNames(source)) {
      if (folder !== 'core' && file.startsWith(core)) {
        if (each in values) fromCore.push(each);
        continue;
      }
      const below = relative(join(root, 'packages', folder, 'src'), dirname(via)).replaceAll('\\', '/');
      const title = subpath === '.' ? below || name : specifier;
      if (seen.has(each) && !sections.get(title)?.entries.has(each)) continue;
      seen.add(each);
      const section = sections.get(title) ?? { specifiers: [], entries: new Map<string, Entry>() };
      sections.set(title, section);
      if (!section.specifiers.includes(specifier)) section.specifiers.push(specifier);
      const value = values[each];
      section.entries.set(each, {
        name: each,
        file,
        declaration,
        kind: kindOf(declaration, value),
        info: infoOf(value),
      });
    }
  }
  return {
    folder,
    name,
    description,
    fromCore: fromCore.toSorted((one, other) => one.localeCompare(other, 'en')),
    sections: [...sections].map(([title, { specifiers, entries }]) => ({
      title,
      specifiers,
      entries: [...entries.values()].sort((one, other) => one.name.localeCompare(other.name, 'en')),
    })),
  };
};

const kindOf = ({ kind, types }: Declaration, value: unknown): Entry['kind'] => {
  if (kind === 'type' || kind === 'interface' || kind === 'class') return 'type';
  const isFactory = typeof value === 'function' && /^\(\): Schema</.test(types[0] ?? '');
  return typeof value === 'function' && !isFactory ? 'function' : 'value';
};
