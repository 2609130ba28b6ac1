import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

import type { Place } from './place.ts';

/** A source from which an operation may import, and its module name. */
export interface Module {
  /** The module name, e.g. `./instance.js`, `../images/index.js` or `@arch/services/ec2`. */
  readonly from: string;
  readonly text: string;
  /** Whether the name can be imported from there. */
  exports(name: string): boolean;
  /** The list of names that other folders can import: an index below the layer's `src`, and the module in it. */
  readonly listedIn?: { readonly index: string; readonly module: string } | undefined;
}

/** Returns the exports of a service of `packages/services`. */
export const serviceModules = (root: string, service: string): readonly Module[] => {
  const folder = join(root, 'packages/services/src', service);
  const index = read(join(folder, 'index.ts'));
  return globSync('*.ts', { cwd: folder })
    .filter((file) => file !== 'index.ts')
    .sort()
    .map((file) => ({
      from: `@arch/services/${service}`,
      text: read(join(folder, file)),
      exports: (name) => namesIn(index).includes(name),
    }));
};

/** Returns the sources of the layer, the nearest first: those of the folder, those of its service, other resources through their index. */
export const layerModules = ({ root, layer, service, folder }: Place): readonly Module[] => {
  const src = join(root, 'packages', layer, 'src');
  const files = sourcesOf(src);
  const users = usersOf(src, files, folder);
  const nearness = (file: string): number => [folder, service].indexOf(posix.dirname(file)) >>> 0;
  return files
    .filter((file) => {
      const own = posix.dirname(file);
      return own === folder || own === service || (own.includes('/') && !users.has(own));
    })
    .sort((one, other) => nearness(one) - nearness(other))
    .map((file) => toModule(src, folder, file));
};

const toModule = (src: string, folder: string, file: string): Module => {
  const own = posix.dirname(file);
  const text = read(join(src, file));
  const direct = own === folder || !own.includes('/');
  const target = direct ? file.replace(/\.ts$/, '.js') : `${own}/index.js`;
  const path = posix.relative(folder, target);
  const index = direct ? undefined : read(join(src, own, 'index.ts'));
  return {
    from: path.startsWith('.') ? path : `./${path}`,
    text,
    exports: (name) => (index === undefined ? text.includes(`export const ${name} `) : namesIn(index).includes(name)),
    listedIn: direct
      ? undefined
      : { index: target.replace(/js$/, 'ts'), module: `./${posix.basename(file, '.ts')}.js` },
  };
};

const sourcesOf = (src: string): readonly string[] =>
  globSync('*/**/*.ts', { cwd: src })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/__fixtures__|\.test(-d)?\.ts$|(^|\/)index\.ts$/.test(file))
    .sort();

/** Returns the folders that import from a folder, also indirectly. The folder must not import from them. */
const usersOf = (src: string, files: readonly string[], folder: string): ReadonlySet<string> => {
  const arrows = files.flatMap((file) =>
    [...read(join(src, file)).matchAll(/from '(\.[^']+)'/g)].map(([, target = '']) => ({
      from: posix.dirname(file),
      to: posix.dirname(posix.join(posix.dirname(file), target)),
    })),
  );
  const users = new Set<string>();
  const visit = (target: string): void => {
    for (const { from, to } of arrows) {
      if (to !== target || from === folder || users.has(from)) continue;
      users.add(from);
      visit(from);
    }
  };
  visit(folder);
  return users;
};

/** Returns the names that the folders of a layer export, each with its folder. */
export const exportedByLayer = ({ root, layer }: Place): ReadonlyMap<string, string> => {
  const src = join(root, 'packages', layer, 'src');
  return new Map(
    globSync('*/**/index.ts', { cwd: src })
      .map((file) => file.replaceAll('\\', '/'))
      .flatMap((file) => namesIn(read(join(src, file))).map((name) => [name, dirname(file)] as const)),
  );
};

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Returns the names in the lines of an index. */
const namesIn = (index: string): readonly string[] =>
  [...index.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().replace(/^type /, '')),
  );
