import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../package-file.js';
import { emulators } from './emulators.js';

const services = emulators.flatMap((emulator) => emulator.services);

describe('the table of emulators', () => {
  it('names every service once, as the SDKs spell it in their variables', () => {
    expect(new Set(services).size).toBe(services.length);
    for (const service of services) expect(service).toMatch(/^[A-Z][A-Z0-9_]*$/);
  });

  it.each(emulators)('stands in the README as it is: $name', async ({ name, services: served }) => {
    const readme = await readFile(packageFile('README.md'), 'utf8');
    const row = readme.split('\n').find((line) => line.startsWith(`| ${name} `)) ?? '';
    expect([...row.matchAll(/`([A-Z0-9_]+)`/g)].map(([, service]) => service)).toEqual(served);
  });
});
