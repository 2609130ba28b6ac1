import { defineConfig } from 'tsup';

import { baseConfig, dropCommands, entriesOf, markPure } from '../../tools/build/tsup-config.js';
import { leaveOut } from '../../tools/build/leave-out.js';

export default defineConfig({
  ...baseConfig(entriesOf(import.meta.dirname)),
  // The SDK's runtime and zod are built in, once, for all packages.
  noExternal: [/.*/],
  esbuildPlugins: [leaveOut(), dropCommands(), markPure()],
});
