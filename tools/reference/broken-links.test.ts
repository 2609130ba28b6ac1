import { expect, it } from 'vitest';

import { brokenLinks } from './broken-links.ts';

const pages = new Map([['docs/other.md', '# Other\n\n## A `b` c!\n\n## Twice\n\n## Twice\n']]);

it('finds links to files and headings that are not there', () => {
  const text = `# Page

[a](other.md) [b](other.md#a-b-c) [c](other.md#twice-1) [d](#page) [e](../package.json) [f](https://example.com/x)

[g](nothing.md) [h](other.md#twice-2) [i](#other)

\`\`\`md
[j](nothing-either.md)
\`\`\`
`;
  expect(brokenLinks('docs/page.md', text, pages)).toEqual(['nothing.md', 'other.md#twice-2', '#other']);
});
