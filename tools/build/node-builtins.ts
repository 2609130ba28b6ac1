import { createRequire } from 'node:module';

import type { Plugin } from 'esbuild';

const require = createRequire(import.meta.url);

/**
 * Modules of Node that are loaded when they are first used. Some have exports that are computed when they are first read, and an import in an ES module
 * reads all of them; others belong to protocols or compressions that a process may not use.
 */
const loadedWhenUsed = /^(?:node:)?(?:http|https|crypto|tls|net|zlib|fs|fs\/promises|process)$/;

/**
 * Takes some modules of Node without an import: that of `node:http` would load the whole of `fetch` and `WebSocket`, which doubles its time.
 * Functions are looked up for each call, so that replacements of a test or of an instrumentation count.
 */
export const nodeBuiltins = (): Plugin => ({
  name: 'arch-node-builtins',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: loadedWhenUsed }, ({ path, kind }) => {
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

/** Returns a module with the exports of a module of Node. */
const contentsOf = (path: string): string => {
  const exports = Object.entries(Object.getOwnPropertyDescriptors(require(path) as object));
  const lines = exports.flatMap(([name, { value, get }]: [string, PropertyDescriptor]) => {
    if (name === 'default' || !/^[\w$]+$/.test(name)) return [];
    if (get && name !== computedFunction) return [`export const ${name} = /* @__PURE__ */ whenUsed('${name}');`];
    return get || (typeof value === 'function' && /^[a-z]/.test(name))
      ? `export const ${name} = (...args) => builtin().${name}(...args);`
      : `export const ${name} = /* @__PURE__ */ (() => builtin().${name})();`;
  });
  return [
    'let loaded;',
    `const builtin = () => (loaded ??= process.getBuiltinModule('${path}'));`,
    // A computed export, e.g. a class that is used with `instanceof` only.
    'const whenUsed = (name) => new Proxy(function () {}, { get: (_target, member) => builtin()[name][member] });',
    ...lines,
    'export default /* @__PURE__ */ new Proxy({}, { get: (_target, member) => builtin()[member] });',
  ].join('\n');
};

/** The only computed export that is a function. */
const computedFunction = 'getRandomValues';
