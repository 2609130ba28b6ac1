import { readFile } from 'node:fs/promises';

import type { Plugin } from 'esbuild';
import type { Options } from 'tsup';

import { droppableSerializer } from './droppable-serializer.js';
import { withPureMarks } from './pure-marks.js';
import { droppableSchemas } from './sdk-schemas.js';

/** The build configuration of all packages: ES modules for Node, without declarations (`tsc` writes them). */
export const baseConfig = (entry: readonly string[]): Options => ({
  entry: [...entry],
  format: 'esm',
  target: 'node22',
  platform: 'node',
  // nodeBuiltins recognizes Node's modules by their prefix.
  removeNodeProtocol: false,
  splitting: true,
  treeshake: true,
  // Not minified, so that stack traces are readable. Users who need small files minify their bundle.
  minify: false,
  sourcemap: false,
  clean: true,
  dts: false,
  metafile: true,
  silent: true,
});

/**
 * Marks every top-level call of a builder as free of side effects, so that a user's bundler drops the operations that are not used:
 * esbuild does not take the mark from another package.
 */
export const markPure = (): Plugin => ({
  name: 'arch-mark-pure',
  setup: ({ onLoad }) => {
    onLoad({ filter: /packages[\\/]\w+[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: withPureMarks(path, source), loader: 'ts' };
    });
  },
});

/** The paths of a client's modules. The clients of the credential providers are in one package. */
const client = String.raw`@aws-sdk[\\/](?:client-[\w-]+[\\/]dist-es|nested-clients[\\/]dist-es[\\/]submodules[\\/][\w-]+)[\\/]`;

/**
 * Lets a bundler drop unused commands of a client, and the serializer of JSON. Without this, it keeps all commands, because their classes extend
 * the result of a call.
 */
export const dropCommands = (): Plugin => ({
  name: 'arch-drop-commands',
  setup: ({ onLoad }) => {
    onLoad({ filter: new RegExp(`${client}commands[\\\\/]\\w+\\.js$`) }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replace(/ extends command\(/g, ' extends /* @__PURE__ */ command('), loader: 'js' };
    });
    onLoad({ filter: /codec-v2[\\/]JsonShapeSerializer2\.js$/ }, async ({ path }) => ({
      contents: droppableSerializer(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    onLoad({ filter: new RegExp(`${client}schemas[\\\\/]schemas_0\\.js$`) }, async ({ path }) => ({
      contents: droppableSchemas(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
});

/** The SDK's packages that are built into a layer: its clients, and what only one client uses (the tree hash of Glacier). */
export const builtInSdk: RegExp =
  /^@aws-sdk\/(?:client-|middleware-sdk-|body-checksum-node|sha256-tree-hash|chunked-stream-reader-node)/;

/** Imports the SDK's runtime from core, so that a process loads it once. The clients are built in. */
export const sdkFromCore = (): Plugin => ({
  name: 'arch-sdk-from-core',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^(@smithy|@aws-sdk)\// }, ({ path }) =>
      builtInSdk.test(path) ? undefined : { path: entryOfCore(path), external: true, sideEffects: false },
    );
  },
});

/** Parts of the runtime that few services need are separate entries, so that other services do not load them. */
const entryOfCore = (path: string): string => {
  if (path.startsWith('@aws-sdk/checksums')) return '@arch/core/sdk/checksums';
  if (path.startsWith('@smithy/core/event-streams')) return '@arch/core/sdk/event-streams';
  if (path.startsWith('@aws-sdk/signature-v4-multi-region')) return '@arch/core/sdk/signature-v4a';
  return '@arch/core/sdk';
};
