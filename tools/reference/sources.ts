import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { type Declaration, declarationsOf } from '../typescript-text/declarations.ts';
import { listOf } from '../typescript-text/split.ts';
import { statementsOf } from '../typescript-text/statements.ts';
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
  readonly from: string;
}

interface Source {
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly imports: readonly Link[];
  readonly exports: readonly Link[];
}

const cache = new Map<string, Source>();
const link = /^(import|export) (?:type )?(?:(\*)(?: as (\w+))?|\{([\s\S]*)\}) from '([^']+)'$/;

const sourceOf = (file: string): Source => {
  let source = cache.get(file);
  if (!source) cache.set(file, (source = readSource(file)));
  return source;
};

const readSource = (file: string): Source => {
  const text = readFileSync(file, 'utf8');
  const links: Record<string, Link[]> = { import: [], export: [] };
  for (const statement of statementsOf(text)) {
    const [, kind, all, as, names = '', from] = link.exec(statement.text) ?? [];
    if (kind === undefined || from === undefined) continue;
    if (all) links[kind]?.push({ name: as ?? '*', original: '*', from });
    for (const each of listOf(names)) {
      const [original = '', name = original] = each.replace(/^type /, '').split(' as ');
      links[kind]?.push({ name, original, from });
    }
  }
  const declarations = new Map(declarationsOf(text).map((each) => [each.name, each]));
  return { declarations, imports: links['import'] ?? [], exports: links['export'] ?? [] };
};

/** What a module exports by name, what it hands on included; `via` is the module that lists the name, or that an entry takes it from. */
export const publicNames = (file: string): ReadonlyMap<string, Found & { readonly via: string }> => {
  const names = new Map<string, Found & { readonly via: string }>();
  for (const [name, declaration] of sourceOf(file).declarations) {
    if (declaration.exported) names.set(name, { file, declaration, via: file });
  }
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
    const target = [name, '*'].includes(each.name) ? fileOf(each.from, file) : undefined;
    const found = target && find(target, each.original === '*' ? name : each.original);
    if (found) return found;
  }
  return undefined;
};

const fileOf = (specifier: string, from: string): string | undefined => {
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
