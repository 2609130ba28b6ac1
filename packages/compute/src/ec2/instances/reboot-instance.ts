import { type AwsInput, input, noOutput, operation, type WaitableOperation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { RebootInstancesCommand } from '@aws-sdk/client-ec2';

import type { Instance } from './instance.js';
import { waitForReboot } from './wait-for-reboot.js';

export interface RebootInstanceInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Reboots an instance. AWS only queues the reboot, and the state stays `running`. If the operating system has not shut down after a few
 * minutes, AWS performs a hard reboot. The addresses and the data on instance store volumes are kept. If the response is lost, the request
 * is not retried, so that the instance never reboots twice.
 *
 * With `wait: true` the call resolves with the instance when both status checks pass again. AWS checks once a minute, so a fast reboot may
 * not be visible in the checks: if no check fails, the wait ends 3 minutes after the request.
 *
 * @example
 * await rebootInstance('i-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} the state of the instance does not allow a reboot, e.g. `stopped`.
 * @throws {WaitError} the instance was stopped or terminated during the wait.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RebootInstances.html
 */
export const rebootInstance: WaitableOperation<string | RebootInstanceInput, void, Instance, { on: 'instanceId' }> =
  operation(() => ({
    name: 'rebootInstance',
    service: ec2,
    command: RebootInstancesCommand,
    permissions: [{ action: 'ec2:RebootInstances', resources: ['instance'] }],
    key: 'instanceId',
    input: input<RebootInstanceInput>({ instanceId: instanceId() }),
    output: noOutput(),
    batch: { limit: 100, ids: 'InstanceIds' },
    repeatable: false,
    uses: [waitForReboot],
    wait: (_output, options, { instanceId }) => waitForReboot({ instanceId, reboot: {} }, options),
  }));
