import { renderMermaidSVG } from 'beautiful-mermaid';
import type { MarkdownRenderer } from 'vitepress';

const colours = {
  bg: 'var(--vp-c-bg)',
  fg: 'var(--vp-c-text-1)',
  line: 'var(--vp-c-text-2)',
  surface: 'var(--vp-c-bg-soft)',
  border: 'var(--vp-c-border)',
  transparent: true,
};

/** Draws Mermaid diagrams while the page is built: readers load no diagram library. */
export const diagrams = (markdown: MarkdownRenderer): void => {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules.fence = (tokens, index, ...others) => {
    const { info = '', content = '' } = tokens[index] ?? {};
    if (info.trim() !== 'mermaid') return fence?.(tokens, index, ...others) ?? '';
    const svg = renderMermaidSVG(content, colours).replace(/@import url\([^)]*\);?/g, '');
    return `<div class="diagram" v-pre>${svg}</div>\n`;
  };
};
