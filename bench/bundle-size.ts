import { build } from 'esbuild';

import { bundleOptions } from './bundle-options.ts';
import { report } from './figure.ts';
import { layers } from './layers.ts';

/** Returns the size of a program's minified bundle in KB, including parts that are loaded on demand. */
const kilobytes = async (contents: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    write: false,
    ...bundleOptions,
  });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + bytes.byteLength, 0) / 1_024;
};

for (const { name, program, sdkProgram } of layers) {
  const [ours, theirs] = [await kilobytes(program), await kilobytes(sdkProgram)];
  const [, functionName = ''] = /import \{ (\w+)/.exec(program) ?? [];
  report({
    name: `${functionName} of ${name} bundled, minified, everything included`,
    ours: `${ours.toFixed(0)} KB`,
    theirs: `${theirs.toFixed(0)} KB`,
    value: ours,
    limit: 450,
    aim: 320,
    unit: ' KB',
  });
}
