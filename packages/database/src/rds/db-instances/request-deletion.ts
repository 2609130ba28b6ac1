import { type AwsInput, conflict, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { dbInstanceName, ownDbSnapshotName, rds } from '@arch/services/rds';
import { DeleteDBInstanceCommand } from '@aws-sdk/client-rds';

export interface RequestDeletionInput extends AwsInput {
  readonly dbInstanceIdentifier: string;
  readonly skipFinalSnapshot: boolean;
  readonly finalDbSnapshotIdentifier?: string | undefined;
  readonly deleteAutomatedBackups?: boolean | undefined;
}

/** Requests the deletion of a DB instance. */
export const requestDeletion: Operation<RequestDeletionInput, void> = operation(() => ({
  name: 'deleteDbInstance',
  service: rds,
  command: DeleteDBInstanceCommand,
  permissions: [
    { action: 'rds:DeleteDBInstance', resources: ['db'] },
    { action: 'rds:CreateDBSnapshot', resources: ['db', 'snapshot'], when: 'a final snapshot is created' },
  ],
  key: 'dbInstanceIdentifier',
  input: input<RequestDeletionInput>({
    dbInstanceIdentifier: dbInstanceName(),
    skipFinalSnapshot: z.boolean(),
    finalDbSnapshotIdentifier: z.optional(ownDbSnapshotName()),
    deleteAutomatedBackups: z.optional(z.boolean()),
  }),
  output: noOutput(),
  deletes: true,
  errors: {
    // RDS sends this code if the settings of the DB instance do not allow the deletion.
    InvalidParameterCombination: conflict({
      resource: 'DB instance',
      member: 'dbInstanceIdentifier',
      remedy:
        'If deletion protection is enabled, disable it first with modifyDbInstance and deletionProtection: false. ' +
        'For a read replica, pass skipFinalSnapshot: true.',
    }),
  },
}));
