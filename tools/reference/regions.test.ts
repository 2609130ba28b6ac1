import { expect, it } from 'vitest';

import { fillRegions } from './regions.ts';

const page = `# Page

<!-- generated: table of things -->

old

<!-- end -->

kept
`;

it('fills what stands between the marks, and nothing else', () => {
  const filled = fillRegions(page, (request) => `new: ${request}\n`);
  expect(filled).toBe(page.replace('old', 'new: table of things'));
  expect(fillRegions(filled, (request) => `new: ${request}\n`)).toBe(filled);
});

it('refuses a region that does not end', () => {
  expect(() => fillRegions(page.replace('<!-- end -->', ''), () => '')).toThrow('<!-- end -->');
});
