import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { balancingArn } from '@arch/services/elastic-load-balancing';

import { listTargets } from './list-targets.js';
import { type Target, type TargetHealth, targetInput } from './target.js';

export interface WaitForTargetsHealthyInput {
  readonly targetGroupArn: string;
  /** Only these. Default: all that are registered, and at least one. */
  readonly targets?: readonly (string | Target)[] | undefined;
}

/**
 * Waits until targets are healthy. One that no load balancer routes to, or that is being taken out, ends the wait: it does not become
 * healthy. An unhealthy one is waited for, because its checks go on.
 *
 * @example
 * await waitForTargetsHealthy({ targetGroupArn, targets: [instanceId] }, { timeoutMs: 300_000 });
 * @throws {WaitError} a target cannot become healthy, with AWS's reason.
 * @throws {DeadlineError} they were not healthy within 10 minutes, or `timeoutMs`; it says how they were.
 * @throws {NotFoundError} there is no such target group in this region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export const waitForTargetsHealthy: Waiter<string | WaitForTargetsHealthyInput, readonly TargetHealth[]> = waiter(
  () => ({
    name: 'waitForTargetsHealthy',
    key: 'targetGroupArn',
    input: input<WaitForTargetsHealthyInput>({
      targetGroupArn: balancingArn(),
      targets: z.optional(z.array(targetInput()).check(z.minLength(1))),
    }),
    uses: [listTargets],
    pollMs: 2_000,
    look: async (members, options): Promise<Observation<readonly TargetHealth[]>> => {
      const value = await listTargets(members, options).toArray();
      const others = value.filter(({ state }) => state !== 'healthy');
      const counts = Map.groupBy(value, ({ state }) => state);
      const state = [...counts].map(([name, { length }]) => `${length} ${name}`).join(', ') || 'without targets';
      const hopeless = others.find((target) => cannotBecomeHealthy(target));
      const [worst] = hopeless ? [hopeless] : others;
      const reason = worst && `${worst.id}: ${worst.description ?? worst.reason ?? worst.state}`;
      if (hopeless) return { verdict: 'failed', state, reason, value };
      return { verdict: value.length > 0 && others.length === 0 ? 'reached' : 'pending', state, reason, value };
    },
  }),
);

/** `Target.NotInUse`: its group or its zone has no load balancer. A target that has only just been registered is `initial`. */
const cannotBecomeHealthy = ({ state, reason }: TargetHealth): boolean =>
  state === 'draining' || (state === 'unused' && reason !== 'Target.NotRegistered');
