import { expect, it } from 'vitest';

import { errorAdvice } from './error-advice.ts';
import { errorClasses } from './error-classes.ts';
import { readLibraries } from './library.ts';
import { renderReference } from './reference.ts';

const libraries = await readLibraries();
const { pages } = renderReference(libraries);
const page = (name: string): string => pages.get(`docs/reference/errors/${name}.md`) ?? '';

it('has advice for every class of errors, and for no other', () => {
  expect(Object.keys(errorAdvice).sort()).toEqual([...new Set(errorClasses(libraries).map(({ name }) => name))].sort());
});

it('shows members, codes and functions of a class', () => {
  expect(page('deadline-error')).toContain('| `limitMs` | `number` | The limit in milliseconds. |');
  expect(page('capacity-error')).toContain('| EC2 | `InsufficientInstanceCapacity` |');
  expect(page('capacity-error')).toContain('[`runInstance`](../compute/ec2/instances.md#runinstance)');
});

it('names the package of a class that only one layer has', () => {
  expect(page('function-error')).toContain('Import from `@arch/ml`. Extends [`ArchError`](arch-error.md).');
});
