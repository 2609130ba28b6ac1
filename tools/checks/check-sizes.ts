// Compares the size of a bundle with one function, and the modules that an import loads, with their budgets.
import { execFileSync } from 'node:child_process';

import { build } from 'esbuild';

import { packageNames } from './pack-packages.ts';

/** The largest size in KB of a minified bundle with one function, including the parts that it loads on demand. */
const budgets: Readonly<Record<string, number>> = {
  "import { describeInstance } from '@arch/compute'; await describeInstance('i-1');": 368,
  "import { putObject } from '@arch/storage'; await putObject({});": 414,
  "import { describeDbInstance } from '@arch/database'; await describeDbInstance('orders');": 352,
  "import { query } from '@arch/analytics'; query({});": 350,
  "import { invokeFunction } from '@arch/ml'; await invokeFunction('resize');": 362,
  "import { sendMessage } from '@arch/integration'; await sendMessage({});": 351,
  "import { createSession } from '@arch/core'; createSession();": 243,
  "import { runInstance } from '@arch/compute'; await runInstance({});": 437,
};

/** Modules that must not be loaded before the first call: Node's network modules, those that start processes, and those that the SDK's runtime needs. */
const heavy = new Set(['http', 'https', 'http2', 'tls', 'dns', 'child_process', 'crypto', 'zlib']);

interface Bundle {
  readonly sizeKb: number;
  /** Files of these packages that the bundle imports on demand. The bundler wraps them and all that they import in functions. */
  readonly onDemand: readonly string[];
}

const bundleOf = async (contents: string): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'silent',
    metafile: true,
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  return {
    sizeKb: outputFiles.reduce((sum, file) => sum + file.contents.byteLength, 0) / 1_024,
    onDemand: imports.flatMap(({ kind, external, path }) => (kind === 'dynamic-import' && !external ? [path] : [])),
  };
};

/** Returns the modules of Node that a program has loaded when it ends. */
const loadedBy = (program: string): readonly string[] => {
  const script = `${program}; console.log(process.moduleLoadList.join('\\n'))`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname });
  return output
    .toString()
    .split('\n')
    .map((line) => line.replace(/^NativeModule /, ''));
};

const problems: string[] = [];
const sizes: string[] = [];
for (const [contents, budget] of Object.entries(budgets)) {
  const { sizeKb: size, onDemand } = await bundleOf(contents);
  const [name = ''] = /(?<=\{ )\w+/.exec(contents) ?? [];
  sizes.push(`${name} ${size.toFixed(0)} of ${budget} KB`);
  if (size > budget) problems.push(`A bundle of ${name} has ${size.toFixed(0)} KB, its budget is ${budget} KB.`);
  problems.push(
    ...onDemand.map(
      (file) => `A bundle of ${name} imports ${file} on demand: tools/build/bundled-imports.ts has to find it.`,
    ),
  );
}
const always = new Set(loadedBy(''));
for (const name of packageNames.filter((each) => each !== 'local').map((each) => `@arch/${each}`)) {
  const loaded = loadedBy(`await import('${name}')`).filter((module) => !always.has(module) && heavy.has(module));
  if (loaded.length > 0)
    problems.push(`Importing ${name} loads ${loaded.map((module) => `node:${module}`).join(', ')}.`);
}
if (!loadedBy("await import('node:http')").some((module) => !always.has(module) && heavy.has(module))) {
  problems.push('Node.js does not say any more what it has loaded: this check checks nothing.');
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
console.log(sizes.join(', '));
