import { createRequire } from 'node:module';

import type { Plugin } from 'esbuild';

const require = createRequire(import.meta.url);

/** Modules of Node with exports that are computed when they are first read. An import in an ES module reads all of them. */
const withGetters = /^(?:node:)?(?:http|https|crypto)$/;

/**
 * Takes some modules of Node without an import: that of `node:http` would load the whole of `fetch` and `WebSocket`, which doubles its time.
 * Functions are looked up for each call, so that replacements of a test or of an instrumentation count.
 */
export const nodeBuiltins = (): Plugin => ({
  name: 'arch-node-builtins',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: withGetters }, ({ path, kind }) => {
      const name = path.startsWith('node:') ? path : `node:${path}`;
      // What is imported on demand is rarely needed, and would keep all exports in a user's bundle.
      return kind === 'dynamic-import'
        ? { path: name, external: true }
        : { path: name, namespace: 'arch-node-builtin', sideEffects: false };
    });
    onLoad({ filter: /.*/, namespace: 'arch-node-builtin' }, ({ path }) => ({
      contents: contentsOf(path),
      loader: 'js',
    }));
  },
});

/** The function among the computed exports. The others are classes, and deprecated ones warn when they are read. */
const computedFunction = 'getRandomValues';

/** Returns a module with the exports of a module of Node, except the computed ones. */
const contentsOf = (path: string): string => {
  const exports = Object.entries(Object.getOwnPropertyDescriptors(require(path) as object));
  const lines = exports.flatMap(([name, { value, get }]: [string, PropertyDescriptor]) => {
    if (get && name !== computedFunction) return [];
    return get || (typeof value === 'function' && /^[a-z]/.test(name))
      ? `export const ${name} = (...args) => builtin.${name}(...args);`
      : `export const ${name} = /* @__PURE__ */ (() => builtin.${name})();`;
  });
  return [
    `const builtin = /* @__PURE__ */ process.getBuiltinModule('${path}');`,
    ...lines,
    'export default builtin;',
  ].join('\n');
};
