import { dirname, relative } from 'node:path/posix';

import { anchorMaker } from './anchors.ts';
import { isError } from './error-classes.ts';
import type { Entry, Library, Section } from './library.ts';
import { inOrder } from './order.ts';
import { pageTitle } from './page-title.ts';

/** A page of the reference: the resource of a service, or a part of core. */
export interface Page {
  /** e.g. `docs/reference/compute/ec2/instances.md`. */
  readonly path: string;
  readonly title: string;
  readonly library: Library;
  /** Where its names can be imported from. */
  readonly specifiers: readonly string[];
  readonly functions: readonly Entry[];
  readonly types: readonly Entry[];
  readonly values: readonly Entry[];
}

/** Where each name is documented: the name, then `page.md#anchor`, by the folder of the package. */
export type Locations = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The pages of a package, in the order of its folders. */
export const pagesOf = (library: Library): readonly Page[] =>
  [...Map.groupBy(library.sections, ({ title }) => pageName(title, library))]
    .map(([name, sections]) => {
      const entries = sections.flatMap((section) => section.entries);
      const functions = inOrder(entries.filter(({ kind }) => kind === 'function'));
      return {
        path: `docs/reference/${library.folder}/${name}.md`,
        title: pageTitle(name),
        library,
        specifiers: [...new Set(sections.flatMap(({ specifiers }) => specifiers))],
        functions,
        types: byName(entries.filter((entry) => isOwnType(entry, functions))),
        values: byName(entries.filter(({ kind }) => kind === 'value')),
      };
    })
    .filter(({ functions, types, values }) => functions.length + types.length + values.length > 0);

const byName = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));

/** The folders of a resource are one page; an entry of core is the page of its name. */
const pageName = (title: Section['title'], { name }: Library): string =>
  title.startsWith(name) ? title.slice(name.length + 1) || 'index' : title.split('/').slice(0, 2).join('/');

/** Types that stand for themselves: inputs and the types of functions are shown with the function, errors have pages of their own. */
const isOwnType = (entry: Entry, functions: readonly Entry[]): boolean =>
  entry.kind === 'type' &&
  !isError(entry) &&
  !(entry.declaration.kind === 'interface' && functions.some((each) => typesShownWith(each).includes(entry.name)));

/** The types that a function shows: its input, and the interface that is its own type. */
const typesShownWith = ({ name, info, declaration: { types } }: Entry): readonly string[] =>
  [info && `${name[0]?.toUpperCase()}${name.slice(1)}Input`, ...types].filter((type) => type !== undefined);

/** Finds the headings of all names; headings are met in the order of a page. */
export const locationsOf = (pages: readonly Page[], errorPages: ReadonlyMap<string, string>): Locations => {
  const locations = new Map<string, Map<string, string>>();
  for (const page of pages) {
    const { path, library, functions, types, values } = page;
    const names = locations.get(library.folder) ?? new Map<string, string>(errorPages);
    locations.set(library.folder, names);
    const anchorOf = anchorMaker();
    for (const heading of headingsBefore(page)) anchorOf(heading);
    for (const each of functions) {
      const link = `${path}#${anchorOf(each.name)}`;
      names.set(each.name, link);
      for (const type of typesShownWith(each)) names.set(type, link);
    }
    if (types.length > 0) anchorOf('Types');
    for (const { name } of types) names.set(name, `${path}#${anchorOf(name)}`);
    if (values.length > 0) for (const { name } of values) names.set(name, `${path}#${anchorOf('Values')}`);
  }
  return locations;
};

const headingsBefore = ({ title }: Page): readonly string[] => [title, 'States'];

/** Finds where a name is documented, seen from a page: in its own package, or in core. */
export const linksFrom =
  (page: { readonly path: string; readonly folder: string }, locations: Locations) =>
  (name: string): string | undefined => {
    const found = [page.folder, 'core']
      .map((folder) => locations.get(folder)?.get(name))
      .find((link) => link !== undefined);
    if (found === undefined) return undefined;
    const [path = '', anchor] = found.split('#');
    const file = path === page.path ? '' : relative(dirname(page.path), path);
    return anchor === undefined ? file : `${file}#${anchor}`;
  };
