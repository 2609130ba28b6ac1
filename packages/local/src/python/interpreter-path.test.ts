import { expect, it } from 'vitest';
import { interpreterPath } from './interpreter-path.js';

it.each([
  ['linux', '/cache/abc', '/cache/abc/bin/python'],
  ['darwin', '/cache/abc', '/cache/abc/bin/python'],
  ['win32', 'C:\\cache\\abc', 'C:\\cache\\abc\\Scripts\\python.exe'],
] as const)('on %s the interpreter of %s is %s', (platform, folder, expected) => {
  expect(interpreterPath(folder, platform)).toBe(expected);
});
