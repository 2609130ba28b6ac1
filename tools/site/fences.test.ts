import { createMarkdownRenderer } from 'vitepress';
import { expect, it } from 'vitest';

import { fences } from './fences.ts';

const markdown = await createMarkdownRenderer('docs', { config: (renderer) => void renderer.use(fences) });

it('draws diagrams without styles of their own', () => {
  const html = markdown.render('```mermaid\nflowchart LR\n  a([start]) --> b[running]\n```\n', {});
  expect(html).toContain('>running</text>');
  expect(html).not.toContain('<style>');
});

it('marks signatures, and no other code', () => {
  expect(markdown.render('```ts signature\nf(): void\n```\n', {})).toContain('<div class="signature">');
  expect(markdown.render('```ts\nf();\n```\n', {})).not.toContain('signature');
});
