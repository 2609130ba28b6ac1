import { expect, it } from 'vitest';

import { emptySections } from './empty-sections.ts';

it('finds headings without text', () => {
  const page =
    '# Page\n\n## Empty\n\n## Parent\n\n### Child\n\ntext\n\n## Code\n\n```sh\n# no heading\n```\n\n## Last\n';
  expect(emptySections(page)).toEqual(['## Empty', '## Last']);
});

it('counts a comment as nothing', () => {
  expect(emptySections('# Page\n\n<!-- generated: x -->\n')).toEqual(['# Page']);
});
