import { expect, it } from 'vitest';

import { instanceTypePattern } from './instance-type-pattern.js';

it.each([
  ['t3.micro', true],
  ['u-6tb1.112xlarge', true],
  ['c7gn.metal-48xl', true],
  ['t3.*', true],
  ['*', true],
  ['*.metal', true],
  ['t3micro', false],
  ['T3.micro', false],
  ['t3.micro ', false],
  ['', false],
])('%s: %s', (value, good) => {
  expect(instanceTypePattern().safeParse(value).success).toBe(good);
});
