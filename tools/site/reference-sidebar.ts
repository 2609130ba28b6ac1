import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DefaultTheme } from 'vitepress';

import { serviceTitle } from '../reference/page-title.ts';
import { root } from '../root.ts';

const reference = join(root, 'docs/reference');

/** The pages of the reference: a group per package, in it a group per service. */
export const referenceSidebar = (): DefaultTheme.SidebarItem[] => {
  const pages = globSync('**/*.md', { cwd: reference })
    .map((path) => path.replaceAll('\\', '/').replace(/\.md$/, ''))
    .sort();
  const packages = Map.groupBy(
    pages.filter((page) => page !== 'index'),
    (page) => page.split('/', 1)[0] ?? '',
  );
  return inOrder([...packages]).map(([name, own]) => ({
    text: existsSync(join(root, 'packages', name)) ? `@arch/${name}` : capitalized(name),
    link: `/reference/${name}/`,
    collapsed: true,
    items: itemsOf(own.filter((page) => page !== `${name}/index`)),
  }));
};

/** The layers in the order of the architecture model, then the packages below and beside them. */
const order = ['compute', 'storage', 'database', 'analytics', 'ml', 'integration'];
const last = ['core', 'errors'];
const rankOf = (name: string): number =>
  last.includes(name)
    ? order.length + 1 + last.indexOf(name)
    : order.includes(name)
      ? order.indexOf(name)
      : order.length;

const inOrder = <Group>(groups: readonly (readonly [string, Group])[]): readonly (readonly [string, Group])[] =>
  groups.toSorted(([one], [other]) => rankOf(one) - rankOf(other));

const itemsOf = (pages: readonly string[]): DefaultTheme.SidebarItem[] => {
  const services = Map.groupBy(pages, (page) => page.split('/').slice(1, -1).join('/'));
  return [...services].flatMap(([service, own]): DefaultTheme.SidebarItem[] => {
    const items = own.map((page) => ({ text: titleOf(page), link: `/reference/${page}` }));
    return service === '' ? items : [{ text: serviceTitle(service), collapsed: true, items }];
  });
};

const titleOf = (page: string): string =>
  /^# (.+)$/m.exec(readFileSync(join(reference, `${page}.md`), 'utf8'))?.[1] ?? page;

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
