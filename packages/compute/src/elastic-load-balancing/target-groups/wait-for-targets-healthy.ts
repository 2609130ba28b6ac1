import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { balancingArn } from '@arch/services/elastic-load-balancing';

import { listTargets } from './list-targets.js';
import { type Target, type TargetHealth, targetInput } from './target.js';

export interface WaitForTargetsHealthyInput {
  /** ARN of the target group. */
  readonly targetGroupArn: string;
  /** Waits only for these targets; at least one. Default: all registered targets; there must be at least one. */
  readonly targets?: readonly (string | Target)[] | undefined;
}

/**
 * Waits until targets are healthy. A target that no load balancer routes to, that is being deregistered, or whose group has no health
 * checks cannot become healthy and ends the wait. An unhealthy target does not end the wait, because its health checks continue.
 *
 * @example
 * await waitForTargetsHealthy({ targetGroupArn, targets: [instanceId] }, { timeoutMs: 300_000 });
 * @throws {WaitError} a target cannot become healthy; the error contains AWS's reason.
 * @throws {DeadlineError} the targets were not healthy within 10 minutes, or within `timeoutMs`; the error contains their states.
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
      const failing = others.find((target) => cannotBecomeHealthy(target));
      const [reported] = failing ? [failing] : others;
      const reason = reported && `${reported.id}: ${reported.description ?? reported.reason ?? reported.state}`;
      if (failing) return { verdict: 'failed', state, reason, value };
      return { verdict: value.length > 0 && others.length === 0 ? 'reached' : 'pending', state, reason, value };
    },
  }),
);

/**
 * `unused` with `Target.NotInUse`: no load balancer routes to its group or its zone. A target that was just registered is `initial`.
 * `unavailable` with `Target.HealthCheckDisabled`: the group has no health checks.
 */
const cannotBecomeHealthy = ({ state, reason }: TargetHealth): boolean =>
  state === 'draining' ||
  reason === 'Target.HealthCheckDisabled' ||
  (state === 'unused' && reason !== 'Target.NotRegistered');
