import { expect, it } from 'vitest';

import { toTagSpecifications } from './to-tag-specifications.js';

it('gives the same tags to every kind of resource that a request makes, and nothing where there are none', () => {
  const Tags = [{ Key: 'team', Value: 'web' }];
  expect(toTagSpecifications({ team: 'web' }, 'instance', 'volume')).toEqual([
    { ResourceType: 'instance', Tags },
    { ResourceType: 'volume', Tags },
  ]);
  expect(toTagSpecifications({}, 'instance')).toBeUndefined();
  expect(toTagSpecifications(undefined, 'instance')).toBeUndefined();
});
