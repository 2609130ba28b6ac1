import { defineConfig } from 'tsup';

import { baseConfig, entriesOf, markPure, sdkFromCore } from '../../tools/build/tsup-config.js';

export default defineConfig({
  ...baseConfig(entriesOf(import.meta.dirname)),
  noExternal: [/^@aws-sdk\/(client-|middleware-sdk-)/, 'tslib'],
  external: [/^@arch\//],
  esbuildPlugins: [sdkFromCore(), markPure()],
});
