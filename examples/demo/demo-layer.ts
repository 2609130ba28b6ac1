import type { Tour } from './tour.ts';

/** One layer's part of the demo. */
export interface DemoLayer {
  readonly name: string;
  readonly heading: string;
  /** The resources that the local AWS only simulates. */
  readonly simulated: string;
  readonly show: (tour: Tour) => Promise<void>;
}
