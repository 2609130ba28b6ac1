import { ConflictError } from '@arch/core';
import { type AwsInput, input, type Operation, task, text, z } from '@arch/core/builder';
import { dbInstanceName } from '@arch/services/rds';

import type { DbEngine } from '../db-engines.js';
import { type DbInstance, describeDbInstance } from '../db-instances/index.js';
import { connectionUrl } from './connection-url.js';

export interface ConnectionInfoInput extends AwsInput {
  /** e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** Who connects. Default: the master user. */
  readonly username?: string | undefined;
  /** The database. Default: the one that was made with the instance; for PostgreSQL, `postgres` where none was. */
  readonly dbName?: string | undefined;
}

/** What a client of a database needs to connect, but for the password. */
export interface ConnectionInfo {
  readonly dbInstanceIdentifier: string;
  readonly engine: DbEngine;
  /** The address of the endpoint. */
  readonly hostname: string;
  readonly port: number;
  readonly username?: string | undefined;
  /** For Oracle, the system ID. Absent for SQL Server, and where no database was made. */
  readonly dbName?: string | undefined;
  /** The secret in Secrets Manager that holds the master user's name and password, where AWS manages it. */
  readonly masterUserSecretArn?: string | undefined;
  /** `true`: a token of `generateDbAuthToken` can stand for the password. */
  readonly iamDatabaseAuthenticationEnabled: boolean;
  /** e.g. `postgresql://app@orders.abcdefghijkl.eu-west-1.rds.amazonaws.com:5432/shop`. Absent for engines of RDS that are new. */
  readonly url?: string | undefined;
}

/**
 * Says how to connect to a DB instance: its endpoint, port and database, where its password is, and a URL without it.
 *
 * @example
 * const { url, masterUserSecretArn } = await connectionInfo('orders');
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {ConflictError} it has no endpoint yet: wait until it is available.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_CommonTasks.Connect.html
 */
export const connectionInfo: Operation<string | ConnectionInfoInput, ConnectionInfo, { on: 'dbInstanceIdentifier' }> =
  task(() => ({
    name: 'connectionInfo',
    key: 'dbInstanceIdentifier',
    input: input<ConnectionInfoInput>({
      dbInstanceIdentifier: dbInstanceName(),
      username: z.optional(text(1, 128)),
      dbName: z.optional(text(1, 128)),
    }),
    uses: [describeDbInstance],
    run: async ({ dbInstanceIdentifier, aws, ...given }, options) => {
      const instance = await describeDbInstance({ dbInstanceIdentifier, aws }, options);
      return infoOf(instance, given);
    },
  }));

const infoOf = (instance: DbInstance, given: Pick<ConnectionInfoInput, 'username' | 'dbName'>): ConnectionInfo => {
  const { dbInstanceIdentifier, engine, endpoint, masterUserSecretArn } = instance;
  if (!endpoint) throw noEndpoint(instance);
  const { address: hostname, port } = endpoint;
  const username = given.username ?? instance.masterUsername;
  const dbName = given.dbName ?? instance.dbName ?? (engine === 'postgres' ? 'postgres' : undefined);
  const iamDatabaseAuthenticationEnabled = instance.iamDatabaseAuthenticationEnabled ?? false;
  const url = connectionUrl({ engine, hostname, port, username, dbName });
  return {
    dbInstanceIdentifier,
    engine,
    hostname,
    port,
    ...(username !== undefined && { username }),
    ...(dbName !== undefined && { dbName }),
    ...(masterUserSecretArn !== undefined && { masterUserSecretArn }),
    iamDatabaseAuthenticationEnabled,
    ...(url !== undefined && { url }),
  };
};

const noEndpoint = ({ dbInstanceIdentifier: id, dbInstanceStatus }: DbInstance): ConflictError =>
  new ConflictError(
    `connectionInfo: DB instance ${id} has no endpoint yet: it is ${dbInstanceStatus}. Wait with waitForDbInstance.`,
    { operation: 'connectionInfo', resource: 'DB instance', id },
  );
