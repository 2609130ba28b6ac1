import { analytics } from './analytics.ts';
import { compute } from './compute.ts';
import { database } from './database.ts';
import type { DemoLayer } from './demo-layer.ts';
import { integration } from './integration.ts';
import { ml } from './ml.ts';
import { storage } from './storage.ts';

/** All layers, in the order of the architecture model. */
export const layers: readonly DemoLayer[] = [compute, storage, database, analytics, ml, integration];
