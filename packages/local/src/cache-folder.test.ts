import { describe, expect, it } from 'vitest';
import { cacheFolder } from './cache-folder.js';

describe('cacheFolder', () => {
  it.each([
    ['linux', {}, '/home/ada', '/home/ada/.cache/arch/local'],
    ['linux', { XDG_CACHE_HOME: '/var/cache/ada' }, '/home/ada', '/var/cache/ada/arch/local'],
    ['linux', { XDG_CACHE_HOME: 'relative' }, '/home/ada', '/home/ada/.cache/arch/local'],
    ['linux', { XDG_CACHE_HOME: '' }, '/home/ada', '/home/ada/.cache/arch/local'],
    ['freebsd', {}, '/home/ada', '/home/ada/.cache/arch/local'],
    ['darwin', { XDG_CACHE_HOME: '/ignored' }, '/Users/ada', '/Users/ada/Library/Caches/arch/local'],
    ['win32', { LOCALAPPDATA: 'D:\\Cache' }, 'C:\\Users\\ada', 'D:\\Cache\\arch\\local'],
    ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Local\\arch\\local'],
  ] as const)('on %s with %o and the home folder %s is %s', (platform, environment, home, expected) => {
    expect(cacheFolder({ platform, environment, home })).toBe(expected);
  });
});
