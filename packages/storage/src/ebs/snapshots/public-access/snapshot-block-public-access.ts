import { type AwsResource, type Open, openEnum, optionalString, resource, type Schema } from '@arch/core/builder';
import { GetSnapshotBlockPublicAccessStateResult$ } from '@aws-sdk/client-ec2';

/**
 * States of block public access for snapshots: `block-all-sharing`, no snapshot is public; `block-new-sharing`, no further snapshot becomes
 * public; `unblocked`, snapshots can become public.
 */
export const snapshotBlockPublicAccessStates = ['block-all-sharing', 'block-new-sharing', 'unblocked'] as const;
export type SnapshotBlockPublicAccessState = Open<(typeof snapshotBlockPublicAccessStates)[number]>;

/** Block public access for snapshots of the account in one region. */
export interface SnapshotBlockPublicAccess extends AwsResource {
  /** The state. */
  readonly state: SnapshotBlockPublicAccessState;
  /** `account`, or `declarative-policy` if only the organization can change the state. Absent in responses to changes. */
  readonly managedBy?: string | undefined;
}

/** Parses one EC2 `GetSnapshotBlockPublicAccessStateResult` structure. */
export const snapshotBlockPublicAccess = (): Schema<SnapshotBlockPublicAccess> =>
  resource<SnapshotBlockPublicAccess>(GetSnapshotBlockPublicAccessStateResult$, {
    state: openEnum(snapshotBlockPublicAccessStates),
    managedBy: optionalString(),
  });
