import type { Tour } from './tour.ts';

/** One layer's part of the demo. */
export interface DemoLayer {
  readonly name: string;
  readonly heading: string;
  /** Resources that exist only in the responses of the local AWS. */
  readonly simulated: string | undefined;
  readonly show: (tour: Tour) => Promise<void>;
}
