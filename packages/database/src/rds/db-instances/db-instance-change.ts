import { type AwsResource, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { DBInstance$ } from '@aws-sdk/client-rds';

import { type DbInstanceState, dbInstanceStates } from './db-instance-state.js';

/** A change of state that a call has started. */
export interface DbInstanceChange extends AwsResource {
  /** The name of the DB instance. */
  readonly dbInstanceIdentifier: string;
  /** The state after the call, e.g. `starting`. */
  readonly dbInstanceStatus: DbInstanceState;
}

/** Parses the name and the state of an RDS `DBInstance` structure. */
export const dbInstanceChange = (): Schema<DbInstanceChange> =>
  resource<DbInstanceChange>(DBInstance$, {
    dbInstanceIdentifier: z.string(),
    dbInstanceStatus: openEnum(dbInstanceStates),
  });
