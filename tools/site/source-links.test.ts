import { join } from 'node:path';

import { expect, it } from 'vitest';

import { outsideFile, sitePageOf } from './source-links.ts';
import { root } from '../root.ts';

const page = join(root, 'docs/errors.md');

it('leads examples and READMEs to their pages', () => {
  expect(sitePageOf('examples/compute/print-policy.ts')).toBe('/examples/compute#print-policy');
  expect(sitePageOf('packages/compute/README.md')).toBe('/reference/compute/');
  expect(sitePageOf('packages/local/README.md')).toBe('/local-aws');
  expect(sitePageOf('packages/core/src/index.ts')).toBeUndefined();
});

it('tells links out of the documentation from others', () => {
  expect(outsideFile(page, '../examples/compute/print-policy.ts')).toBe('examples/compute/print-policy.ts');
  expect(outsideFile(page, 'settings.md')).toBeUndefined();
  expect(outsideFile(page, 'https://example.com/a')).toBeUndefined();
  expect(outsideFile(page, '#anchor')).toBeUndefined();
});
