import { expect, it } from 'vitest';

import { didYouMean } from './did-you-mean.ts';

const examples = ['compute/stop-by-tag', 'compute/start-and-describe', 'storage/read-json'];

it('suggests the nearest names', () => {
  expect(didYouMean('layer', 'storrage', ['compute', 'storage'])).toBe(
    'There is no layer storrage. Did you mean storage?',
  );
  expect(didYouMean('example', 'compute/start-and-descibe', examples)).toBe(
    'There is no example compute/start-and-descibe. Did you mean compute/start-and-describe?',
  );
});

it('suggests the names that end in it', () => {
  expect(didYouMean('example', 'read-json', examples)).toBe(
    'There is no example read-json. Did you mean storage/read-json?',
  );
});

it('lists all names if none is near', () => {
  expect(didYouMean('layer', 'kubernetes', ['compute', 'storage'])).toBe(
    'There is no layer kubernetes. There are compute, storage.',
  );
});
