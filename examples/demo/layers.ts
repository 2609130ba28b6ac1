import { analytics } from './analytics.ts';
import { compute } from './compute.ts';
import { database } from './database.ts';
import { integration } from './integration.ts';
import { ml } from './ml.ts';
import { storage } from './storage.ts';
import type { Tour } from './tour.ts';

/** One layer's part of the demo. */
export interface DemoLayer {
  readonly name: string;
  readonly heading: string;
  /** What the local AWS says without doing it. */
  readonly pretended: string;
  readonly show: (tour: Tour) => Promise<void>;
}

/** All layers, in the order of the architecture model. */
export const layers: readonly DemoLayer[] = [compute, storage, database, analytics, ml, integration];
