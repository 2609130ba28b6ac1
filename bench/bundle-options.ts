import type { BuildOptions } from 'esbuild';

/** The options with which users bundle a program for Node.js. */
export const bundleOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
  target: 'node22',
  mainFields: ['module', 'main'],
} as const satisfies BuildOptions;
