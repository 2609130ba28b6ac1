import { expect, it } from 'vitest';

import { withCurrentLinks } from './reference-links.ts';

const locations = new Map([
  [
    'compute',
    new Map([
      ['Query', 'docs/reference/compute/ec2/images.md#query-1'],
      ['query', 'docs/reference/compute/ec2/images.md#query'],
    ]),
  ],
]);
const current = (text: string): string => withCurrentLinks('docs/errors.md', text, locations);

it('leads links to where a name is documented', () => {
  expect(current('[a](reference/compute.md#query)')).toBe('[a](reference/compute/ec2/images.md#query)');
  expect(current('[a](reference/compute/ec2/instances.md#query)')).toBe('[a](reference/compute/ec2/images.md#query)');
});

it('leads links to a package to its index', () => {
  expect(current('[a](reference/compute.md) [b](reference/compute.md#error-codes)')).toBe(
    '[a](reference/compute/index.md) [b](reference/compute/index.md#error-codes)',
  );
});

it('keeps other links', () => {
  const text = '[a](reference/compute/ec2/images.md) [b](https://example.com/#query) [c](#query) [d](naming.md)';
  expect(current(text)).toBe(text);
});
