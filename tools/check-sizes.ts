// Holds what users load against its budgets: the size of a bundle with one function, and what an import loads.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/** Kilobytes of a bundle with one function and all that it may ever load. */
const budgets: Readonly<Record<string, number>> = {
  "import { describeInstance } from '@arch/compute'; await describeInstance('i-1');": 450,
  "import { createSession } from '@arch/core'; createSession();": 330,
  "import { runInstance } from '@arch/compute'; await runInstance({});": 520,
};

let failed = false;
for (const [contents, budget] of Object.entries(budgets)) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    target: 'node22',
  });
  const size = outputFiles.reduce((sum, file) => sum + file.contents.byteLength, 0) / 1_024;
  console.log(`${size.toFixed(0)} KB of ${budget}: ${contents.split(';')[0]}`);
  failed ||= size > budget;
}

/** Importing must be cheap: nothing of Node's network and no credential provider is loaded before the first call. */
const heavy = [
  'NativeModule http',
  'NativeModule https',
  'NativeModule tls',
  'NativeModule http2',
  'NativeModule child_process',
];
const list = (program: string): string =>
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `${program}; console.log(process.moduleLoadList.join('\\n'))`],
    { cwd: resolve(root, 'tools') },
  ).toString();
const before = new Set(list('').split('\n'));
const loaded = list("await import('@arch/compute')")
  .split('\n')
  .filter((name) => !before.has(name) && heavy.includes(name));
if (loaded.length > 0) {
  failed = true;
  console.error(`Importing @arch/compute loads ${loaded.join(', ')}.`);
}
if (failed) process.exitCode = 1;
