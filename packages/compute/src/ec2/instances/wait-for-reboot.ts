import { input, type Observation, sessionTime, waiter, type Waiter, z } from '@arch/core/builder';
import { instanceId } from '@arch/services/ec2';

import { describeInstanceStatus } from './status/index.js';
import { describeInstance } from './describe-instance.js';
import type { Instance } from './instance.js';
import { observeInstance } from './wait-for-instance.js';

/** The progress of a reboot. */
interface Reboot {
  /** The time of the first check. */
  startedAtMs?: number;
  /** Whether a status check has failed since then. */
  hasFailedChecks?: boolean;
}

interface WaitForRebootInput {
  readonly instanceId: string;
  readonly reboot: Reboot;
}

/**
 * RebootInstances only queues the reboot, the state stays `running`, and AWS checks once a minute: a passed check may be older than the
 * reboot. Most Linux systems allow services 90 s to stop, and the next check follows within 60 s. A check that passes after 180 s is newer.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html
 */
const longestStartMs = 180_000;

/** Waits until both status checks pass: after a failed check, or after the longest time until a reboot starts. */
export const waitForReboot: Waiter<WaitForRebootInput, Instance> = waiter(() => ({
  name: 'waitForInstance',
  key: 'instanceId',
  input: input<WaitForRebootInput>({ instanceId: instanceId(), reboot: z.custom<Reboot>() }),
  uses: [describeInstance, describeInstanceStatus],
  look: async ({ instanceId, reboot }, options): Promise<Observation<Instance>> => {
    const now = sessionTime(options).getTime();
    reboot.startedAtMs ??= now;
    const seen = await observeInstance({ instanceId, state: 'ok' }, options);
    if (seen.verdict === 'pending') reboot.hasFailedChecks = true;
    const mayBeOlder = !reboot.hasFailedChecks && now - reboot.startedAtMs < longestStartMs;
    if (seen.verdict !== 'reached' || !mayBeOlder) return seen;
    return { ...seen, verdict: 'pending', reason: 'the status checks may be older than the reboot' };
  },
}));
