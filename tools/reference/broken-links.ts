import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { anchorMaker } from './anchors.ts';
import { root } from '../root.ts';

/** Links of a page that lead to no file of this repository, or to no heading of it. */
export const brokenLinks = (page: string, text: string, pages: ReadonlyMap<string, string>): readonly string[] => {
  const links = [...withoutCode(text).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, target = '']) => target);
  return [...new Set(links)].filter((target) => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : relative(root, resolve(root, dirname(page), path));
    const other = file === page ? text : pageText(file, pages);
    if (other === undefined && !existsSync(join(root, file))) return true;
    return anchor !== undefined && other !== undefined && !anchorsOf(other).has(anchor);
  });
};

const pageText = (file: string, pages: ReadonlyMap<string, string>): string | undefined => {
  const isPage = file.endsWith('.md') && existsSync(join(root, file));
  return pages.get(file) ?? (isPage ? readFileSync(join(root, file), 'utf8') : undefined);
};

const anchorsOf = (text: string): ReadonlySet<string> => {
  const anchorOf = anchorMaker();
  return new Set([...withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));
};

/** A page without its blocks of code: what looks like a link or a heading there is none. */
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');
