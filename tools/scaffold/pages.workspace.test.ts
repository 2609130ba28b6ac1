import { stripVTControlCharacters } from 'node:util';

import { afterAll, expect, it } from 'vitest';

import { readSourceFiles } from '../checks/structure/source-file.ts';
import { structureProblems } from '../checks/structure/structure-problems.ts';
import { followPage, type Followed } from './__fixtures__/follow-page.ts';
import { workspace } from './__fixtures__/workspace.ts';

const pages = ['a-task', 'a-wait', 'a-resource', 'a-service'].map((name) => `docs/adding-${name}.md`);
const place = workspace('compute');
afterAll(() => place[Symbol.dispose]());

const followed: Followed[] = [];

it.each(pages)(
  'follows %s to the letter',
  (page) => {
    followed.push(followPage(place, page));
  },
  120_000,
);

it('leaves formatted files in their places', () => {
  const written = followed.flatMap((each) => each.written);
  expect(written.length).toBeGreaterThanOrEqual(6);
  const { output } = place.run('oxfmt', '--check', ...written);
  expect(output).toContain('All matched files use the correct format');
  const files = readSourceFiles(place.root).filter(({ packageName }) => packageName === 'compute');
  expect(structureProblems(files)).toEqual([]);
});

it('leaves code that compiles', () => {
  const { output } = place.run('tsc', '-p', 'packages/compute/tsconfig.json');
  expect(output.split('\n').filter((line) => /^packages\/(compute|services)\//.test(line))).toEqual([]);
}, 120_000);

it('passes the tests that the pages name', () => {
  const tests = followed.flatMap((each) => each.tests);
  // The tests over all functions run for the finished ones only: the others still have places to fill in.
  const all = tests.filter((test) => test.startsWith('compute/src/'));
  const own = tests.filter((test) => !all.includes(test));
  const ran = place.run('vitest', 'run', '--project', 'layers', ...own);
  expect(ran.status, ran.output).toBe(0);
  expect(ran.output).toMatch(/Test Files .*[7-9] passed/);
  const functions = 'createSubnetRouteTable|waitForSubnet';
  const contract = place.run('vitest', 'run', '--project', 'layers', '-t', functions, ...all);
  expect(contract.status, contract.output).toBe(0);
  // Further ones run in the full matrix.
  expect(Number(/Tests +(\d+) passed/.exec(stripVTControlCharacters(contract.output))?.[1])).toBeGreaterThanOrEqual(30);
}, 120_000);
