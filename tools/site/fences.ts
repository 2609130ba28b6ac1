import { renderMermaidSVG } from 'beautiful-mermaid';
import type { MarkdownRenderer } from 'vitepress';

/** Draws Mermaid diagrams while a page is built, so that readers load no diagram library; marks signatures, whose lines wrap. */
export const fences = (markdown: MarkdownRenderer): void => {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules.fence = (tokens, index, ...others) => {
    const { info = '', content = '' } = tokens[index] ?? {};
    if (info.trim() === 'mermaid') return `<div class="diagram" v-pre>${diagram(content)}</div>\n`;
    const html = fence?.(tokens, index, ...others) ?? '';
    return info.trim() === 'ts signature' ? `<div class="signature">${html}</div>\n` : html;
  };
};

/** The styles of diagrams are in the theme: Vue leaves out those inside of a page. */
const diagram = (text: string): string =>
  renderMermaidSVG(text, { transparent: true }).replace(/<style>[\s\S]*?<\/style>/, '');
