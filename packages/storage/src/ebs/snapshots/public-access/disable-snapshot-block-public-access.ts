import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DisableSnapshotBlockPublicAccessCommand } from '@aws-sdk/client-ec2';

import { snapshotBlockPublicAccess, type SnapshotBlockPublicAccess } from './snapshot-block-public-access.js';

/**
 * Allows that snapshots of the account become public in the session's region. Snapshots that were public before are public again.
 *
 * @example
 * await disableSnapshotBlockPublicAccess({});
 * @throws {ServiceError} a declarative policy of the organization manages the state.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableSnapshotBlockPublicAccess.html
 */
export const disableSnapshotBlockPublicAccess: Operation<AwsInput, SnapshotBlockPublicAccess> = operation(() => ({
  name: 'disableSnapshotBlockPublicAccess',
  service: ec2,
  command: DisableSnapshotBlockPublicAccessCommand,
  permissions: ['ec2:DisableSnapshotBlockPublicAccess'],
  input: input<AwsInput>({}),
  output: snapshotBlockPublicAccess(),
}));
