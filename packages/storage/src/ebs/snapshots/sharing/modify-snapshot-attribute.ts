import { type AwsInput, conflict, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { ModifySnapshotAttributeCommand } from '@aws-sdk/client-ec2';

/** An account, or all accounts. */
export type SnapshotUser =
  | {
      /** The ID of an account, 12 digits. */
      readonly userId: string;
    }
  | {
      /** `all`: everyone, in all accounts. */
      readonly group: 'all';
    };

export interface ModifySnapshotAttributeInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** Who may create volumes from the snapshot in addition to its owner. */
  readonly createVolumePermission: {
    /** The accounts that get the permission, 1–500. */
    readonly add?: readonly SnapshotUser[] | undefined;
    /** The accounts that lose the permission, 1–500. Volumes and copies that they have already created remain. */
    readonly remove?: readonly SnapshotUser[] | undefined;
  };
}

const users = (): z.ZodMiniType<readonly SnapshotUser[] | undefined> =>
  z.optional(
    z
      .array(
        z.union([
          z.strictObject({ userId: z.string().check(z.regex(/^\d{12}$/, 'an account ID of 12 digits')) }),
          z.strictObject({ group: z.literal('all') }),
        ]),
      )
      .check(z.minLength(1), z.maxLength(500)),
  );

/**
 * Shares a snapshot with other accounts, or ends the sharing. An encrypted snapshot cannot be public, and not be shared if its key is the AWS
 * managed key `alias/aws/ebs`; for another key, the accounts also need permission to use that key.
 *
 * @example
 * await modifySnapshotAttribute({ snapshotId, createVolumePermission: { add: [{ userId: '111122223333' }] } });
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} block public access prevents that the snapshot becomes public.
 * @throws {InvalidRequestError} the key of the snapshot does not allow sharing.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySnapshotAttribute.html
 */
export const modifySnapshotAttribute: Operation<ModifySnapshotAttributeInput, void, { on: 'snapshotId' }> = operation(
  () => ({
    name: 'modifySnapshotAttribute',
    service: ec2,
    command: ModifySnapshotAttributeCommand,
    permissions: [{ action: 'ec2:ModifySnapshotAttribute', resources: ['snapshot'] }],
    input: input<ModifySnapshotAttributeInput>({
      snapshotId: snapshotId(),
      createVolumePermission: z
        .strictObject({ add: users(), remove: users() })
        .check(z.refine(({ add, remove }) => add !== undefined || remove !== undefined, 'add, remove or both')),
    }),
    output: noOutput(),
    errors: {
      OperationNotPermitted: conflict({
        resource: 'snapshot',
        member: 'snapshotId',
        remedy: 'Check with getSnapshotBlockPublicAccessState whether this region allows public snapshots.',
      }),
    },
    request: ({ snapshotId }) => ({ SnapshotId: snapshotId, Attribute: 'createVolumePermission' as const }),
  }),
);
