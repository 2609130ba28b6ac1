import { errorPagesOf } from './error-classes.ts';
import type { LinkTo } from './code.ts';
import type { Library } from './library.ts';
import { linksFrom, type Locations, locationsOf, pagesOf } from './pages.ts';
import { renderErrors } from './render-errors.ts';
import { renderIndexes } from './render-index.ts';
import { renderPage } from './render-page.ts';

/** The reference: its pages by path, and where each name is documented. */
export interface Reference {
  readonly pages: ReadonlyMap<string, string>;
  readonly locations: Locations;
}

/** Writes the reference of all packages. */
export const renderReference = (libraries: readonly Library[]): Reference => {
  const pages = libraries.flatMap(pagesOf);
  const locations = locationsOf(pages, errorPagesOf(libraries));
  const linksOf = (path: string, folder: string): LinkTo => linksFrom({ path, folder }, locations);
  return {
    locations,
    pages: new Map([
      ...renderIndexes(libraries, pages, linksOf),
      ...pages.map((page) => [page.path, renderPage(page, linksOf(page.path, page.library.folder))] as const),
      ...renderErrors(libraries, linksOf),
    ]),
  };
};
