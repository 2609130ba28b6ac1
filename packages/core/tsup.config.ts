import { join } from 'node:path';

import { defineConfig } from 'tsup';

import { baseConfig, dropCommands, markPure } from '../../tools/build/tsup-config.js';
import { entriesOf } from '../../tools/build/entries-of.js';
import { leaveOut, leaveOutOfClients } from '../../tools/build/leave-out.js';
import { nodeBuiltins } from '../../tools/build/node-builtins.js';

export default defineConfig({
  ...baseConfig(entriesOf(import.meta.dirname)),
  // The SDK's runtime and zod are built in, once, for all packages.
  noExternal: [/.*/],
  esbuildOptions: (options) => {
    // The SDK's runtime waits with the same timers as core, which the fake timers of a test do not replace.
    options.inject = [join(import.meta.dirname, '../../tools/build/global-timers.ts')];
  },
  esbuildPlugins: [nodeBuiltins(), leaveOut(), leaveOutOfClients(), dropCommands(), markPure()],
});
