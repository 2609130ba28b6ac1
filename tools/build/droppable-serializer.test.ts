import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';
import { expect, it } from 'vitest';

import { root } from '../root.js';
import { droppableSerializer } from './droppable-serializer.js';

const file = 'node_modules/@smithy/core/dist-es/submodules/protocols/json/codec-v2/JsonShapeSerializer2.js';
const source = readFileSync(join(root, 'packages/core', file), 'utf8');

const bundled = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: `${contents}\nconsole.log('kept');`, loader: 'js' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    external: ['*'],
  });
  return outputFiles[0]!.text;
};

it('lets a bundler drop the class and its tables', async () => {
  const unused = (text: string): string => text.replaceAll(/^export /gm, '');
  expect(await bundled(unused(source))).toContain('ESCAPE_TABLE');
  const dropped = await bundled(unused(droppableSerializer(source)));
  expect(dropped).not.toMatch(/ESCAPE_TABLE|B64|class /);
  expect(dropped).toContain('kept');
});

it('rejects another form', () => {
  expect(() => droppableSerializer('export class JsonShapeSerializer2 {}')).toThrow('has another form');
});
