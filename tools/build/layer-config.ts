import type { Options } from 'tsup';

import { lazyClients } from './lazy-clients.js';
import { baseConfig, markPure, sdkFromCore } from './tsup-config.js';

/** What a layer is built with: its clients and `@arch/services` are built in, core stays a package of its own. */
export const layerConfig = (): Options => ({
  ...baseConfig(['src/index.ts']),
  noExternal: [/^@aws-sdk\/(client-|middleware-sdk-)/, /^@arch\/services\//, 'tslib'],
  external: [/^@arch\/(?!services\/)/],
  esbuildPlugins: [sdkFromCore(), lazyClients(), markPure()],
});
