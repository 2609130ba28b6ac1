import { type AwsResource, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { DBInstance$ } from '@aws-sdk/client-rds';

import { type DbInstanceState, dbInstanceStates } from './db-instance-state.js';

/** What a call has begun. */
export interface DbInstanceChange extends AwsResource {
  readonly dbInstanceIdentifier: string;
  /** e.g. `starting`. */
  readonly dbInstanceStatus: DbInstanceState;
}

/** Parses the answer to a call that begins something. */
export const dbInstanceChange = (): Schema<DbInstanceChange> =>
  resource<DbInstanceChange>(DBInstance$, {
    dbInstanceIdentifier: z.string(),
    dbInstanceStatus: openEnum(dbInstanceStates),
  });
