import type { CallOptions } from '../declaration/call-options.js';
import type { DeclaredFunction, PolicyLimits } from '../declaration/info.js';
import type { WaitOptions } from '../wait/wait-options.js';
import { type AnyWaiter, type WaiterDeclaration, waitingFunction } from './waiter.js';

/**
 * A function that waits for one of several goals. `Outputs` names each goal and what the wait then resolves with, e.g.
 * `{ available: DbInstance; deleted: void }`. A `state` that may be several goals resolves with any of their outputs.
 */
export interface GoalWaiter<
  Input extends Readonly<Record<'state', string>>,
  Outputs extends Readonly<Record<Input['state'], unknown>>,
  Limits extends PolicyLimits = {},
> extends DeclaredFunction<Limits> {
  <Goal extends Input['state']>(
    input: Input & { readonly state: Goal },
    options?: CallOptions & WaitOptions,
  ): Promise<Outputs[Goal]>;
}

type GoalsWithoutOutput<Outputs> = {
  [Goal in keyof Outputs]: Outputs[Goal] extends void ? Goal : never;
}[keyof Outputs];

/** The type that fits the output of every goal that has one. */
type ResourceOf<Outputs> =
  Readers<Outputs, Exclude<keyof Outputs, GoalsWithoutOutput<Outputs>>> extends (output: infer Resource) => void
    ? Resource
    : never;
type Readers<Outputs, Goal extends keyof Outputs> = { [One in Goal]: (output: Outputs[One]) => void }[Goal];

/** How to wait for one kind of resource whose goals have different outputs. */
export type GoalWaiterDeclaration<Input extends Readonly<Record<'state', string>>, Outputs> = WaiterDeclaration<
  Input,
  ResourceOf<Outputs>
> &
  ([GoalsWithoutOutput<Outputs>] extends [never]
    ? unknown
    : {
        /** The goal that resolves with nothing. It is also reached when `look` throws `NotFoundError`. */
        readonly absent: GoalsWithoutOutput<Outputs> & string;
      });

/** Makes a waiting function whose output depends on its goal. */
export const goalWaiter = <
  Input extends Readonly<Record<'state', string>>,
  Outputs extends Readonly<Record<Input['state'], unknown>>,
  Limits extends PolicyLimits = {},
>(
  declare: () => GoalWaiterDeclaration<Input, Outputs>,
): GoalWaiter<Input, Outputs, Limits> =>
  waitingFunction(declare as () => AnyWaiter) as GoalWaiter<Input, Outputs, Limits>;
