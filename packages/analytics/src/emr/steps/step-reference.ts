import { asIs, type Schema } from '@arch/core/builder';

/** The step that a call has added or cancelled. */
export interface StepReference {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** ID of the step, e.g. `s-3LZC0QUT43AM`. */
  readonly stepId: string;
}

/** `select` of the operation adds the ID of the cluster, which AWS's response lacks. */
export const stepReference = (): Schema<StepReference> => asIs<StepReference>();
