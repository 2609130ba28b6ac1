import { type AwsInput, input, nothing, operation, type Operation } from '@arch/core/builder';
import { RebootInstancesCommand } from '@aws-sdk/client-ec2';

import { ec2 } from '../clients/ec2.js';
import { instanceErrors, instanceId } from './instance.js';

export interface RebootInstanceInput extends AwsInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Asks AWS to reboot an instance; it resolves when AWS has noted it, and the instance stays `running` all the while. One that has not shut
 * down after a few minutes is cut off. Its addresses and instance store volumes stay.
 *
 * @example
 * await rebootInstance('i-0123456789abcdef0');
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} its state does not allow it: it is stopped, for example.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RebootInstances.html
 */
export const rebootInstance: Operation<string | RebootInstanceInput, void> = operation(() => ({
  name: 'rebootInstance',
  service: ec2,
  command: RebootInstancesCommand,
  permissions: [{ action: 'ec2:RebootInstances', resources: ['instance'] }],
  key: 'instanceId',
  input: input<RebootInstanceInput>({ instanceId: instanceId() }),
  output: nothing(),
  batch: { limit: 100, ids: 'InstanceIds' },
  errors: instanceErrors,
}));
