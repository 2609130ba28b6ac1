import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { GetSnapshotBlockPublicAccessStateCommand } from '@aws-sdk/client-ec2';

import { snapshotBlockPublicAccess, type SnapshotBlockPublicAccess } from './snapshot-block-public-access.js';

/**
 * Returns whether snapshots of the account can be public in the session's region.
 *
 * @example
 * const { state } = await getSnapshotBlockPublicAccessState({});
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetSnapshotBlockPublicAccessState.html
 */
export const getSnapshotBlockPublicAccessState: Operation<AwsInput, SnapshotBlockPublicAccess> = operation(() => ({
  name: 'getSnapshotBlockPublicAccessState',
  service: ec2,
  command: GetSnapshotBlockPublicAccessStateCommand,
  permissions: ['ec2:GetSnapshotBlockPublicAccessState'],
  input: input<AwsInput>({}),
  output: snapshotBlockPublicAccess(),
}));
