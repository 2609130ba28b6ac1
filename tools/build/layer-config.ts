import type { Options } from 'tsup';

import { lazyClients } from './lazy-clients.js';
import { leaveOutOfClients } from './leave-out.js';
import { baseConfig, builtInSdk, markPure, sdkFromCore } from './tsup-config.js';

/** The build configuration of a layer. Its clients and `@arch/services` are built in; core remains a separate package. */
export const layerConfig = (): Options => ({
  ...baseConfig(['src/index.ts']),
  noExternal: [builtInSdk, /^@arch\/services\//, 'tslib'],
  external: [/^@arch\/(?!services\/)/],
  esbuildPlugins: [sdkFromCore(), leaveOutOfClients(), lazyClients(), markPure()],
});
