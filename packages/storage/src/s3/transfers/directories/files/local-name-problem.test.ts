import { expect, it } from 'vitest';

import { localNameProblem } from './local-name-problem.js';

it.each(['a', 'a/b c', '.hidden', '...', 'ü/😀', 'a\\b', 'con', 'a.', 'a:b'])('%j can be a local path', (path) => {
  expect(localNameProblem(path, 'linux')).toBeUndefined();
});

it.each([
  ['../a', 'it contains the name "..", which would lead to another directory'],
  ['a/../../b', 'it contains the name "..", which would lead to another directory'],
  ['a/./b', 'it contains the name ".", which would lead to another directory'],
  ['a//b', 'it contains an empty name between, before or after slashes'],
  ['/etc/passwd', 'it contains an empty name between, before or after slashes'],
  ['a/', 'it contains an empty name between, before or after slashes'],
  ['a\0b', 'it contains a null character'],
])('%j cannot be a local path', (path, problem) => {
  expect(localNameProblem(path, 'linux')).toBe(problem);
  expect(localNameProblem(path, 'win32')).toBe(problem);
});

it.each([
  ['a\\..\\b', 'Windows does not allow "\\\\" in a name'],
  ['C:/a', 'Windows does not allow ":" in a name'],
  ['a\nb', 'Windows does not allow "\\n" in a name'],
  ['a./b', 'Windows does not allow a dot or a space at the end of the name "a."'],
  ['x/NUL.txt', 'Windows reserves the name "NUL.txt"'],
  ['com1', 'Windows reserves the name "com1"'],
])('%j cannot be a path on Windows', (path, problem) => {
  expect(localNameProblem(path, 'win32')).toBe(problem);
});
