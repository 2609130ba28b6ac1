import * as analytics from '@arch/analytics';
import * as compute from '@arch/compute';
import * as database from '@arch/database';
import * as integration from '@arch/integration';
import * as ml from '@arch/ml';
import * as storage from '@arch/storage';
import { expect, it } from 'vitest';

import { closedSetsOf } from './closed-sets-of.js';
import { widenedSetsOf } from './widened-sets-of.js';
import { enumsIn } from './sdk-enums.js';
import { widenedSets } from './widened-sets.js';

const layers = { analytics, compute, database, integration, ml, storage };

it.each(Object.entries(layers))('the closed sets of %s contain all values of the installed SDK', (name, layer) => {
  expect(closedSetsOf(layer).length).toBeGreaterThan(0);
  expect(widenedSetsOf(name, layer)).toEqual([]);
});

it('finds the values that a newer SDK has added', () => {
  const enums = [
    ...enumsIn('export const State = {\n    ok: "ok",\n    bad: "bad",\n    new_one: "new\\"one",\n};\n'),
    { name: 'All', values: ['ok', 'bad', 'new"one', 'other', 'more'] },
  ];
  const set = { places: ['list.state', 'wait.state'], values: ['ok', 'bad'] };
  expect(widenedSets([set], enums)).toEqual(['list.state, wait.state lacks new"one of State']);
  expect(widenedSets([{ ...set, values: ['ok', 'bad', 'new"one'] }], enums)).toEqual([]);
  expect(widenedSets([{ ...set, values: ['ok', 'elsewhere'] }], enums)).toEqual([]);
});
