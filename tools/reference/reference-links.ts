import { dirname, join, relative } from 'node:path/posix';

import type { Locations } from './pages.ts';

/**
 * Leads the links of a page to where functions and types are documented now, e.g. after a function has moved to another resource:
 * `[startInstance](reference/compute/ec2/instances.md#startinstance)`.
 */
export const withCurrentLinks = (page: string, text: string, locations: Locations): string =>
  text.replace(/\]\(([^)\s#]*?)(?:#([\w-]+))?\)/g, (all, target: string, anchor: string | undefined) => {
    const [, folder, rest = ''] = /^docs\/reference\/([\w-]+?)(?:\.md|\/(.*))$/.exec(join(dirname(page), target)) ?? [];
    const names = locations.get(folder ?? '');
    if (names === undefined) return all;
    const index = `docs/reference/${folder}/index.md${anchor === undefined ? '' : `#${anchor}`}`;
    const found = byAnchor(names, anchor) ?? (rest === '' ? index : undefined);
    return found === undefined ? all : `](${relative(dirname(page), found)})`;
  });

/** The location of the name that an anchor stands for; a function before a type that has the same letters. */
const byAnchor = (names: ReadonlyMap<string, string>, anchor: string | undefined): string | undefined =>
  [...names].find(([name, location]) => name.toLowerCase() === anchor && /^[a-z]/.test(name) && location)?.[1] ??
  [...names].find(([name]) => name.toLowerCase() === anchor)?.[1];
