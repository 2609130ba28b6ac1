import type { Entry, Library } from './library.ts';

/** Whether a name is a class of errors: the root, or a class that extends it or another of them. */
export const isError = ({ name, declaration: { kind, bases } }: Entry): boolean =>
  kind === 'class' &&
  name.endsWith('Error') &&
  (name === 'ArchError' || bases.some((base) => base === 'ArchError' || base === 'ServiceError'));

/** All classes of errors: core's, then those of the layers. */
export const errorClasses = (libraries: readonly Library[]): readonly (Entry & { readonly library: Library })[] =>
  libraries.flatMap((library) =>
    library.sections
      .flatMap(({ entries }) => entries)
      .filter(isError)
      .map((entry) => ({ ...entry, library })),
  );

/** The page of each class of errors by its name. */
export const errorPagesOf = (libraries: readonly Library[]): ReadonlyMap<string, string> =>
  new Map(errorClasses(libraries).map(({ name }) => [name, errorPage(name)]));

const errorPage = (name: string): string =>
  `docs/reference/errors/${name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.md`;
