import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { DescribeSnapshotAttributeCommand } from '@aws-sdk/client-ec2';

import { snapshotAttribute, type SnapshotAttribute } from './snapshot-attribute.js';

export interface DescribeSnapshotAttributeInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
}

/**
 * Describes who may create volumes from a snapshot: the accounts with which it is shared, or all accounts.
 *
 * @example
 * const { createVolumePermissions } = await describeSnapshotAttribute('snap-0123456789abcdef0');
 * const isPublic = createVolumePermissions.some(({ group }) => group === 'all');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshotAttribute.html
 */
export const describeSnapshotAttribute: Operation<
  string | DescribeSnapshotAttributeInput,
  SnapshotAttribute,
  { on: 'snapshotId' }
> = operation(() => ({
  name: 'describeSnapshotAttribute',
  service: ec2,
  command: DescribeSnapshotAttributeCommand,
  permissions: [{ action: 'ec2:DescribeSnapshotAttribute', resources: ['snapshot'] }],
  key: 'snapshotId',
  input: input<DescribeSnapshotAttributeInput>({ snapshotId: snapshotId() }),
  output: snapshotAttribute(),
  request: ({ snapshotId }) => ({ SnapshotId: snapshotId, Attribute: 'createVolumePermission' as const }),
}));
