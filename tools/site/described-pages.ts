import type { Plugin } from 'vitepress';

import { pageDescription } from './page-description.ts';

/** Gives each page without front matter a description: for search engines, and for language models in llms.txt. */
export const describedPages: Plugin = {
  name: 'described-pages',
  enforce: 'pre',
  transform: (page, id) => {
    if (!id.endsWith('.md')) return undefined;
    // VitePress puts the parameters of a page that it makes before the text.
    const [, parameters = '', text = page] = /^(__VP_PARAMS_START[\s\S]+?__VP_PARAMS_END__)([\s\S]*)$/.exec(page) ?? [];
    if (text.startsWith('---\n')) return undefined;
    return `${parameters}---\ndescription: ${JSON.stringify(pageDescription(id, text))}\n---\n\n${text}`;
  },
};
