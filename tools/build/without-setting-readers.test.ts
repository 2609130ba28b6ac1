import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { root } from '../root.js';
import { withoutSettingReaders } from './without-setting-readers.js';

const clients = globSync('packages/services/node_modules/@aws-sdk/client-*', { cwd: root });
const files = clients.map((client) => join(client, 'dist-es/runtimeConfig.js'));

describe('withoutSettingReaders', () => {
  it('removes the readers of all clients, and nothing else', () => {
    expect(files.length).toBeGreaterThan(15);
    for (const path of files) {
      const source = readFileSync(join(root, path), 'utf8');
      const changed = withoutSettingReaders(source);
      expect(changed).toContain('region: config?.region,');
      const namesOf = (text: string): readonly string[] =>
        [...text.matchAll(/^ {8}(\w+): /gm)].map(([, name = '']) => name);
      expect(namesOf(changed)).toEqual(namesOf(source));
    }
  });

  it('fails for a setting that sessions do not pass, and for another form', () => {
    expect(() => withoutSettingReaders('colour: config?.colour ?? loadNodeConfig(COLOUR, config),')).toThrow(
      'A client reads the setting colour itself',
    );
    expect(() => withoutSettingReaders('region: loadNodeConfig(REGION),')).toThrow('in another form');
  });
});
