import { input, type Observation, sessionTime, waiter, type Waiter, z } from '@arch/core/builder';

import { describeInstanceStatus } from './status/index.js';
import { describeInstance } from './describe-instance.js';
import { type Instance, instanceId } from './instance.js';
import { lookAtInstance } from './wait-for-instance.js';

/** What a wait has seen of a reboot so far. */
interface Reboot {
  begunAtMs?: number;
  hasFailedChecks?: boolean;
}

interface WaitForRebootInput {
  readonly instanceId: string;
  readonly reboot: Reboot;
}

/**
 * RebootInstances only queues the reboot, the state stays `running`, and AWS checks once a minute: a check that passes may be from before.
 * Services get 90 s to stop on most Linux systems, and the next check is at most 60 s later; what passes after that is from afterwards.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html
 */
const longestBeginningMs = 180_000;

/** Waits until both status checks pass again: after one was seen that did not, or after the time that a reboot may take to begin. */
export const waitForReboot: Waiter<WaitForRebootInput, Instance> = waiter(() => ({
  name: 'waitForInstance',
  key: 'instanceId',
  input: input<WaitForRebootInput>({ instanceId: instanceId(), reboot: z.custom<Reboot>() }),
  uses: [describeInstance, describeInstanceStatus],
  look: async ({ instanceId, reboot }, options): Promise<Observation<Instance>> => {
    const now = sessionTime(options).getTime();
    reboot.begunAtMs ??= now;
    const seen = await lookAtInstance({ instanceId, state: 'ok' }, options);
    if (seen.verdict === 'pending') reboot.hasFailedChecks = true;
    const mayBeFromBefore = !reboot.hasFailedChecks && now - reboot.begunAtMs < longestBeginningMs;
    if (seen.verdict !== 'reached' || !mayBeFromBefore) return seen;
    return { ...seen, verdict: 'pending', reason: 'the checks may be from before the reboot' };
  },
}));
