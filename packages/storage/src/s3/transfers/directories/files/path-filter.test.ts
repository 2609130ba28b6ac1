import { expect, it } from 'vitest';

import { pathFilter } from './path-filter.js';

it.each([
  [{}, ['a', '.b/c'], []],
  [{ include: ['*.html'] }, ['index.html', 'a/b/index.html', '.x.html'], ['a.js', 'a.html.js']],
  [{ include: ['assets'] }, ['assets/a', 'b/assets/c/d', 'assets'], ['assets2/a', 'my-assets/a']],
  [{ include: ['./assets'] }, ['assets/a'], ['b/assets/c']],
  [{ include: ['a/*.js'] }, ['a/x.js'], ['b/a/x.js', 'a/b/x.js']],
  [{ include: ['a/**/*.js'] }, ['a/x.js', 'a/b/c/x.js'], ['x.js']],
  [{ include: ['{a,b}.[jt]s'] }, ['a.js', 'x/b.ts'], ['c.js', 'a.cs']],
  [{ exclude: ['node_modules'] }, ['a'], ['node_modules/a', 'x/node_modules/y/z']],
  [{ exclude: ['build/'] }, ['a', 'build'], ['build/a', 'x/build/y']],
  [{ exclude: ['x/build/**'] }, ['build/a', 'x/build'], ['x/build/a']],
  [{ include: ['*.js'], exclude: ['vendor', '.*'] }, ['a.js'], ['vendor/a.js', '.a.js', 'a.ts']],
])('%j', async (patterns, accepted, rejected) => {
  const { accepts } = await pathFilter(patterns);
  expect(accepted.filter((path) => !accepts(path))).toEqual([]);
  expect(rejected.filter(accepts)).toEqual([]);
});

it('knows the directories that need not be read', async () => {
  const { excludesAll } = await pathFilter({ exclude: ['node_modules', 'a/b/**', '*.tmp'] });
  const directories = ['node_modules', 'x/node_modules', 'a/b', 'x.tmp', 'a', 'b', 'x/a/b'];
  expect(directories.filter(excludesAll)).toEqual(['node_modules', 'x/node_modules', 'a/b', 'x.tmp']);
  expect((await pathFilter({ include: ['*.js'] })).excludesAll('a')).toBe(false);
});
