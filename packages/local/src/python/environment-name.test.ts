import { describe, expect, it } from 'vitest';
import { environmentName } from './environment-name.js';

const python = {
  executable: '/usr/bin/python3',
  version: '3.13.0',
  platform: '.cpython-313-x86_64-linux-gnu.so',
  installation: '/usr',
  hasVenv: true,
};

describe('environmentName', () => {
  it('is the same for the same requirements on the same Python', () => {
    const name = environmentName('moto==5.2.5', python);
    expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(environmentName('moto==5.2.5', { ...python, executable: '/usr/bin/python' })).toBe(name);
  });

  it.each([
    ['requirements', 'moto==5.2.6', python],
    ['version', 'moto==5.2.5', { ...python, version: '3.13.1' }],
    ['platform', 'moto==5.2.5', { ...python, platform: '.cpython-313-aarch64-linux-gnu.so' }],
    ['installation', 'moto==5.2.5', { ...python, installation: '/opt/python' }],
  ])('differs when the %s does', (_part, requirements, other) => {
    expect(environmentName(requirements, other)).not.toBe(environmentName('moto==5.2.5', python));
  });
});
