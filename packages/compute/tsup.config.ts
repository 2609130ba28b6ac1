import { defineConfig } from 'tsup';

import { lazyClients } from '../../tools/build/lazy-clients.js';
import { baseConfig, markPure, sdkFromCore } from '../../tools/build/tsup-config.js';

export default defineConfig({
  ...baseConfig(['src/index.ts']),
  noExternal: [/^@aws-sdk\/(client-|middleware-sdk-)/, 'tslib'],
  external: [/^@arch\//],
  esbuildPlugins: [sdkFromCore(), lazyClients(), markPure()],
});
