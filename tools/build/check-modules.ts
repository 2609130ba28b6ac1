// Loads every built module, declaration and command. Run it in a layer's folder. The bundler imports the SDK's runtime from core without checking
// that core exports each name, so a missing name is found only by loading.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { explainMissing } from './explain-missing.ts';

type Namespace = Readonly<Record<string, unknown>>;
interface Core {
  infoOf(value: unknown): { readonly declaration: unknown } | undefined;
}
interface Declared {
  readonly command?: { readonly load?: () => Promise<unknown> };
}

const folder = process.cwd();
const dist = join(folder, 'dist');
const load = async (file: string): Promise<Namespace> => (await import(pathToFileURL(file).href)) as Namespace;

/** Runs a part of the check. An error that it throws is a problem of the build. */
const problemOf = async (what: string, run: () => Promise<unknown>): Promise<readonly string[]> => {
  try {
    await run();
    return [];
  } catch (error) {
    const inputs = readFileSync(join(dist, 'metafile-esm.json'), 'utf8');
    return [`${what}: ${explainMissing((error as Error).message, inputs, folder)}`];
  }
};

const problems: string[] = [];
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort()) {
  if (name.endsWith('.js')) problems.push(...(await problemOf(`dist/${name}`, () => load(join(dist, name)))));
}

if (problems.length === 0) {
  const core = createRequire(join(folder, 'package.json')).resolve('@arch/core/builder');
  const { infoOf } = (await load(core)) as unknown as Core;
  for (const [name, value] of Object.entries(await load(join(dist, 'index.js')))) {
    const declared = await problemOf(name, async () => {
      const { command } = (infoOf(value)?.declaration ?? {}) as Declared;
      await command?.load?.();
    });
    problems.push(...declared);
  }
}

for (const problem of problems) console.error(`${basename(folder)}: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
