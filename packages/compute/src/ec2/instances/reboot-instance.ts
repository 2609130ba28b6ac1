import { type AwsInput, input, noOutput, operation, type WaitableOperation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { RebootInstancesCommand } from '@aws-sdk/client-ec2';

import { type Instance, instanceId } from './instance.js';
import { waitForReboot } from './wait-for-reboot.js';

export interface RebootInstanceInput extends AwsInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Reboots an instance. AWS only queues the reboot, and the instance stays `running` all the while; one that has not shut down after a few
 * minutes is cut off. Its addresses and instance store volumes stay. A call whose response is lost is not repeated, so that there is never a
 * second reboot.
 *
 * With `wait: true` it resolves with the instance when both status checks pass again. AWS makes them once a minute, so a quick reboot may not
 * show in them: checks that always passed are believed 3 minutes after the request.
 *
 * @example
 * await rebootInstance('i-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} its state does not allow it: it is stopped, for example.
 * @throws {WaitError} the instance was stopped or terminated meanwhile.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RebootInstances.html
 */
export const rebootInstance: WaitableOperation<string | RebootInstanceInput, void, Instance> = operation(() => ({
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
