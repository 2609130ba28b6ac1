import type { Tour } from './tour.ts';

/** One layer's part of the demo. */
export interface DemoLayer {
  readonly name: string;
  readonly heading: string;
  /** What the local AWS says without doing it. */
  readonly pretended: string;
  readonly show: (tour: Tour) => Promise<void>;
}
