import { asIs, type Schema } from '@arch/core/builder';

/** A step and its cluster. */
export interface StepReference {
  readonly clusterId: string;
  /** e.g. `s-3LZC0QUT43AM`. */
  readonly stepId: string;
}

/** AWS's answers name the step, not its cluster: `select` adds it. */
export const stepReference = (): Schema<StepReference> => asIs<StepReference>();
