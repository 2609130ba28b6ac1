import { dirname, relative, resolve } from 'node:path';

import type { MarkdownRenderer } from 'vitepress';
import { root } from '../root.ts';

/** The page of the site for a file outside of `docs`; `undefined` if the site does not show the file. */
export const sitePageOf = (file: string): string | undefined => {
  const [, topic, name] = /^examples\/([\w-]+)\/([\w-]+)\.m?ts$/.exec(file) ?? [];
  if (topic !== undefined && name !== undefined) return `/examples/${topic}#${name}`;
  const [, folder] = /^packages\/([\w-]+)\/README\.md$/.exec(file) ?? [];
  if (folder === 'local') return '/local-aws';
  return folder === undefined ? undefined : `/reference/${folder}/`;
};

/** The file that a link of a page names, relative to the root; `undefined` for links that stay in `docs` or leave the repository. */
export const outsideFile = (page: string, href: string): string | undefined => {
  if (/^(?:[a-z]+:|\/|#)/.test(href)) return undefined;
  const file = relative(root, resolve(dirname(page), href.replace(/#.*$/, ''))).replaceAll('\\', '/');
  return file.startsWith('docs/') ? undefined : file;
};

/** Leads links to examples and READMEs to their pages on the site, and shows links to other sources as text. */
export const sourceLinks = (markdown: MarkdownRenderer): void => {
  markdown.core.ruler.push('source-links', ({ tokens, env }) => {
    for (const { children } of tokens) {
      let hidden = false;
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const file = outsideFile((env as { readonly path: string }).path, token.attrGet('href') ?? '');
          const target = file === undefined ? undefined : sitePageOf(file);
          hidden = file !== undefined && target === undefined;
          if (target !== undefined) token.attrSet('href', target);
        }
        if (!hidden || !token.type.startsWith('link_')) continue;
        hidden = token.type === 'link_open';
        token.type = 'text';
      }
    }
  });
};
