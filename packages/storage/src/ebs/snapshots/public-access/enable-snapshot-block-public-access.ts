import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { EnableSnapshotBlockPublicAccessCommand } from '@aws-sdk/client-ec2';

import { snapshotBlockPublicAccess, type SnapshotBlockPublicAccess } from './snapshot-block-public-access.js';

export interface EnableSnapshotBlockPublicAccessInput extends AwsInput {
  /**
   * `block-all-sharing`: snapshots that are public are treated as private. `block-new-sharing`: they stay public. Default: `block-all-sharing`.
   */
  readonly state?: 'block-all-sharing' | 'block-new-sharing' | undefined;
}

/**
 * Prevents that snapshots of the account become public in the session's region. Sharing with single accounts stays possible.
 *
 * @example
 * await enableSnapshotBlockPublicAccess({});
 * @throws {ServiceError} a declarative policy of the organization manages the state.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableSnapshotBlockPublicAccess.html
 */
export const enableSnapshotBlockPublicAccess: Operation<
  EnableSnapshotBlockPublicAccessInput,
  SnapshotBlockPublicAccess
> = operation(() => ({
  name: 'enableSnapshotBlockPublicAccess',
  service: ec2,
  command: EnableSnapshotBlockPublicAccessCommand,
  permissions: ['ec2:EnableSnapshotBlockPublicAccess'],
  input: input<EnableSnapshotBlockPublicAccessInput>({
    state: z.optional(z.enum(['block-all-sharing', 'block-new-sharing'])),
  }),
  output: snapshotBlockPublicAccess(),
  request: ({ state = 'block-all-sharing' }) => ({ State: state }),
}));
