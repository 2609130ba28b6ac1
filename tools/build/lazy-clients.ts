import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

import type { Plugin } from 'esbuild';

import { newerCommand, readBuilder } from './sdk-commands.js';
import { droppableSchemas, schemasAlone } from './sdk-schemas.js';

const inClient = String.raw`@aws-sdk[\\/]client-[\w-]+[\\/]dist-es[\\/]`;
const lazy = "from '@arch/core/builder';";

/**
 * Replaces the SDK's clients and commands with stand-ins that load the SDK at their first use. Importing a layer therefore loads only its
 * declarations and the SDK's schemas that they use. A client is loaded as one file, which is built into the package.
 */
export const lazyClients = (): Plugin => ({
  name: 'arch-lazy-clients',
  setup: ({ onLoad, onResolve }) => {
    // The bundler distinguishes files by name, so the stand-in, the original and the loaded file have different names.
    onResolve({ filter: /\?(?:whole|parts)$/ }, ({ path, resolveDir }) => {
      const [file = '', query = ''] = path.split('?');
      return { path: resolve(resolveDir, file), suffix: `?${query}`, sideEffects: false };
    });
    onLoad({ filter: new RegExp(`${inClient}commands[\\\\/]\\w+Command\\.js$`) }, async ({ path }) => ({
      contents: lazyCommand(newerCommand(await readFile(path, 'utf8')), await clientOf(path), path),
      loader: 'js',
    }));
    onLoad({ filter: new RegExp(`${inClient}\\w+Client\\.js$`) }, async ({ path, suffix }) => {
      const name = basename(path, '.js');
      if (suffix === '') return { contents: lazyClient(name), loader: 'js' };
      return suffix === '?parts' ? { contents: await partsOf(name, dirname(path)), loader: 'js' } : undefined;
    });
    onLoad({ filter: new RegExp(`${inClient}runtimeConfig\\.shared\\.js$`) }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace('./schemas/schemas_0"', './schemas/schemas_0.js?whole"'),
      loader: 'js',
    }));
    onLoad({ filter: new RegExp(`${inClient}schemas[\\\\/]schemas_0\\.js$`) }, async ({ path, suffix }) => ({
      contents: (suffix === '?whole' ? droppableSchemas : schemasAlone)(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
});

/** Returns the name of a command's client. */
const clientOf = async (command: string): Promise<string> => {
  const folder = dirname(dirname(command));
  const [, client] = /makeBuilder\(\w+, "[^"]+", "(\w+)"/.exec(await readBuilder(folder)) ?? [];
  if (client) return client;
  throw new Error(
    `${folder}: the client's name was not found. Update tools/build/lazy-clients.ts for the new form of the SDK's commands.`,
  );
};

const lazyClient = (name: string): string =>
  [
    `import { lazyClient } ${lazy}`,
    `export const ${name} = /* @__PURE__ */ lazyClient(async () => (await import('./${name}.js?parts')).${name});`,
  ].join('\n');

/** Returns the file that is loaded for a client: the client, and the arguments of its commands. */
const partsOf = async (name: string, folder: string): Promise<string> =>
  [await readBuilder(folder), `export { ${name} } from './${name}.js?whole';`].join('\n');

/** Converts `class XCommand extends command(_ep0, _mw0, "X", X$) {}` to a stand-in that creates the command at its first use. */
const lazyCommand = (source: string, client: string, path: string): string => {
  const made = /export class (\w+) extends (command\((\w+), (\w+), "\w+", (\w+\$)\)) \{\s*\}/.exec(source);
  if (!made)
    throw new Error(
      `${path}: the command has an unknown form. Update tools/build/lazy-clients.ts for the new form of the SDK's commands.`,
    );
  const [, name = '', call = '', endpoint = '', middleware = '', schema = ''] = made;
  return [
    `import { lazyCommand } ${lazy}`,
    `import { ${schema} } from '../schemas/schemas_0';`,
    `export const ${name} = /* @__PURE__ */ lazyCommand('${name}', ${schema}, async () => {`,
    `  const { command, ${endpoint}, ${middleware} } = await import('../${client}.js?parts');`,
    `  return class ${name} extends ${call} {};`,
    '});',
  ].join('\n');
};
