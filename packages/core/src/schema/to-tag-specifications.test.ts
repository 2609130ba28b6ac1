import { expect, it } from 'vitest';

import { toTagSpecifications } from './to-tag-specifications.js';

it('returns the same tags for each resource type, and undefined without tags', () => {
  const Tags = [{ Key: 'team', Value: 'web' }];
  expect(toTagSpecifications({ team: 'web' }, 'instance', 'volume')).toEqual([
    { ResourceType: 'instance', Tags },
    { ResourceType: 'volume', Tags },
  ]);
  expect(toTagSpecifications({}, 'instance')).toBeUndefined();
  expect(toTagSpecifications(undefined, 'instance')).toBeUndefined();
});
