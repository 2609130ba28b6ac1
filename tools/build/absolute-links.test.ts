import { expect, it } from 'vitest';

import { withAbsoluteLinks } from './absolute-links.ts';

const readme = [
  'See [core](../core/README.md), [errors](../../docs/errors.md#codes) and [AWS](https://aws.amazon.com/).',
  '| [`startInstance`](../../docs/reference/compute.md#startinstance) | [below](#errors) |',
  '```md',
  '[link](../../docs/errors.md)',
  '```',
  '',
].join('\n');

it('links into the repository, and to other packages on npm', () => {
  expect(withAbsoluteLinks(readme, 'compute', 'https://github.com/ada/arch')).toBe(
    [
      'See [core](https://www.npmjs.com/package/@arch/core), [errors](https://github.com/ada/arch/blob/main/docs/errors.md#codes) and [AWS](https://aws.amazon.com/).',
      '| [`startInstance`](https://github.com/ada/arch/blob/main/docs/reference/compute.md#startinstance) | [below](#errors) |',
      '```md',
      '[link](../../docs/errors.md)',
      '```',
      '',
    ].join('\n'),
  );
});

it('leaves no link that leads nowhere while the project has no repository', () => {
  const [first, second] = withAbsoluteLinks(readme, 'compute', null).split('\n');
  expect(first).toBe(
    'See [core](https://www.npmjs.com/package/@arch/core), errors and [AWS](https://aws.amazon.com/).',
  );
  expect(second).toBe('| `startInstance` | [below](#errors) |');
});
