import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { emulators } from './emulators.js';
import { withVersitygw } from './with-versitygw.js';

const options = { program: '/usr/bin/versitygw', region: 'eu-west-1' };
const servicesOf = (list: readonly { readonly services: readonly string[] }[]): string[] =>
  list.flatMap(({ services }) => services).toSorted();

describe('withVersitygw', () => {
  it('moves S3 from MiniStack to versitygw, and no other service', () => {
    const chosen = withVersitygw(options);
    expect(chosen.map(({ name }) => name)).toEqual(['moto', 'ministack', 'versitygw']);
    expect(chosen.filter(({ services }) => services.includes('S3')).map(({ name }) => name)).toEqual(['versitygw']);
    expect(servicesOf(chosen)).toEqual(servicesOf(emulators));
  });

  it('runs versitygw on 127.0.0.1, in the region, with versions, in a new folder', () => {
    const [first, second] = [withVersitygw(options), withVersitygw(options)].map((chosen) => chosen.at(-1));
    const folder = first?.folder ?? '';
    expect(folder.startsWith(tmpdir())).toBe(true);
    expect(second?.folder).not.toBe(folder);
    const line = first?.arguments(5_001).join(' ');
    expect(line).toMatch(/^\/usr\/bin\/versitygw --port 127\.0\.0\.1:5001 --region eu-west-1 /);
    expect(line).toContain(`posix --versioning-dir ${folder}/versions ${folder}/data`);
  });
});
