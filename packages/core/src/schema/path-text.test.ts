import { expect, it } from 'vitest';

import { pathText } from './path-text.js';

it.each([
  [[], ''],
  [['volumes', 0, 'sizeGiB'], 'volumes[0].sizeGiB'],
  [[3, 'name'], '[3].name'],
])('writes %j as %s', (path, text) => {
  expect(pathText(path)).toBe(text);
});
