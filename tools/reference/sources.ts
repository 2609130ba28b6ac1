import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { type Declaration, declarationsOf } from '../typescript/declarations.ts';
import { parseSource } from '../typescript/syntax.ts';
import { root } from '../root.ts';

/** A declaration and where it stands. */
export interface Found {
  readonly file: string;
  readonly declaration: Declaration;
}

/** A name that a module hands on or takes in: `export { a as b } from './c.js'`. */
interface Link {
  readonly name: string;
  /** Its name over there, `*` for all of a module. */
  readonly original: string;
  /** The other module; nothing for `export { a as b }`. */
  readonly from: string | undefined;
}

interface Source {
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly imports: readonly Link[];
  readonly exports: readonly Link[];
}

const cache = new Map<string, Source>();

const sourceOf = (file: string): Source => {
  let source = cache.get(file);
  if (!source) cache.set(file, (source = readSource(file)));
  return source;
};

const readSource = (file: string): Source => {
  const text = readFileSync(file, 'utf8');
  const parsed = parseSource(file, text);
  const { staticImports, staticExports } = parsed.module;
  return {
    declarations: new Map(declarationsOf(text, parsed).map((each) => [each.name, each])),
    imports: staticImports.flatMap(({ entries, moduleRequest }) =>
      entries.flatMap(({ localName, importName }) =>
        importName.name ? [{ name: localName.value, original: importName.name, from: moduleRequest.value }] : [],
      ),
    ),
    exports: staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ exportName, importName, localName, moduleRequest }) => {
        const original = importName.name ?? localName.name ?? '*';
        const isDefault = !exportName.name && !moduleRequest;
        return isDefault ? [] : [{ name: exportName.name ?? '*', original, from: moduleRequest?.value }];
      }),
    ),
  };
};

/** What a module exports by name, what it hands on included; `via` is the module that lists the name, or that an entry takes it from. */
export const publicNames = (file: string): ReadonlyMap<string, Found & { readonly via: string }> => {
  const names = new Map<string, Found & { readonly via: string }>();
  for (const { name, original, from } of sourceOf(file).exports) {
    const target = fileOf(from, file);
    if (target === undefined) continue;
    if (name === '*') for (const [each, found] of publicNames(target)) names.set(each, found);
    const found = name === '*' || original === '*' ? undefined : find(target, original);
    if (found) names.set(name, { ...found, via: isEntry(file) ? target : file });
  }
  return names;
};

/** Whether a module is the entry of a package: it lists names of many folders. */
const isEntry = (file: string): boolean => basename(dirname(file)) === 'src';

/** Where a name that a module declares, takes in or hands on is declared; nothing for what is not of this repository. */
export const find = (file: string, name: string): Found | undefined => {
  const { declarations, imports, exports } = sourceOf(file);
  const declaration = declarations.get(name);
  if (declaration) return { file, declaration };
  for (const each of [...imports, ...exports]) {
    const isOther = each.from !== undefined || each.original !== name;
    const target = isOther && [name, '*'].includes(each.name) ? fileOf(each.from, file) : undefined;
    const found = target && find(target, each.original === '*' ? name : each.original);
    if (found) return found;
  }
  return undefined;
};

const fileOf = (specifier: string | undefined, from: string): string | undefined => {
  if (specifier === undefined) return from;
  if (specifier.startsWith('.')) return resolve(dirname(from), specifier.replace(/\.js$/, '.ts'));
  const [, name, subpath = ''] = /^@arch\/([\w-]+)(\/.*)?$/.exec(specifier) ?? [];
  if (name === 'services') return join(packagesFolder, `services/src${subpath}/index.ts`);
  return name === undefined ? undefined : entriesOf(join(packagesFolder, name)).get(`.${subpath}`);
};
const packagesFolder = join(root, 'packages');

/** The source of each entry of a package: `./testing` → `…/src/testing/index.ts`. */
export const entriesOf = (folder: string): ReadonlyMap<string, string> => {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return new Map();
  const { exports = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly exports?: Readonly<Record<string, { readonly '@arch/source'?: string }>>;
  };
  return new Map(
    Object.entries(exports).flatMap(([entry, { '@arch/source': source }]) =>
      source ? [[entry, join(folder, source)] as const] : [],
    ),
  );
};
