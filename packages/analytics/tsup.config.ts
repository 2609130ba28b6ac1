import { defineConfig } from 'tsup';

import { layerConfig } from '../../tools/build/layer-config.js';

export default defineConfig(layerConfig());
