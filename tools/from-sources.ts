import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Imports after this one take our packages from their sources: nothing has to be built. */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const conditions = ['@arch/source', ...context.conditions];
    const source =
      /^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')
        ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
        : undefined;
    const isSource = source !== undefined && existsSync(fileURLToPath(source));
    return nextResolve(isSource ? source.href : specifier, { ...context, conditions });
  },
});
