import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { FunctionInfo } from '@arch/core/builder';

// Packages are read from their sources: nothing has to be built first, and nothing that was built before can be mistaken for them.
registerHooks({
  resolve(specifier, context, nextResolve) {
    const conditions = ['@arch/source', ...context.conditions];
    const source =
      specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL
        ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
        : undefined;
    const isSource = source?.protocol === 'file:' && existsSync(fileURLToPath(source));
    return nextResolve(isSource ? source.href : specifier, { ...context, conditions });
  },
});

/** The values that a module exports. */
export const load = async (file: string): Promise<Readonly<Record<string, unknown>>> =>
  (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;

/** What a function was declared with, where it was. */
export const infoOf = (value: unknown): FunctionInfo | undefined =>
  typeof value === 'function' ? (value as { [key]?: FunctionInfo })[key] : undefined;

// The same key as in core, whichever copy of it has made the function.
const key: unique symbol = Symbol.for('@arch/function/1') as never;
