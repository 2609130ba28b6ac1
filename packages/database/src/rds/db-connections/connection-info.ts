import { ConflictError } from '@arch/core';
import { type AwsInput, input, type Operation, task, text, z } from '@arch/core/builder';
import { dbInstanceName } from '@arch/services/rds';

import type { DbEngine } from '../db-engines.js';
import { type DbInstance, describeDbInstance } from '../db-instances/index.js';
import { connectionUrl } from './connection-url.js';

export interface ConnectionInfoInput extends AwsInput {
  /** The name of the DB instance, e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** The user name for the connection, at most 128 characters. Default: the master user. */
  readonly username?: string | undefined;
  /**
   * The name of the database, at most 128 characters. Default: the database that was created with the DB instance, or `postgres` for
   * PostgreSQL without one.
   */
  readonly dbName?: string | undefined;
}

/** The parameters of a connection to a database, without the password. */
export interface ConnectionInfo {
  /** The name of the DB instance. */
  readonly dbInstanceIdentifier: string;
  /** The database engine, e.g. `postgres`. */
  readonly engine: DbEngine;
  /** The host name of the endpoint. */
  readonly hostname: string;
  /** The port of the endpoint. */
  readonly port: number;
  /** The user name. */
  readonly username?: string | undefined;
  /** The name of the database; for Oracle, the system ID. Absent for SQL Server, and if no database was created. */
  readonly dbName?: string | undefined;
  /** The ARN of the Secrets Manager secret with name and password of the master user. Absent if AWS does not manage the password. */
  readonly masterUserSecretArn?: string | undefined;
  /** Whether a token of `generateDbAuthToken` can be used as the password. */
  readonly iamDatabaseAuthenticationEnabled: boolean;
  /** A URL, e.g. `postgresql://app@orders.abcdefghijkl.eu-west-1.rds.amazonaws.com:5432/shop`. Absent for unknown engines. */
  readonly url?: string | undefined;
}

/**
 * Returns the parameters of a connection to a DB instance: endpoint, port, database, the secret of the password, and a URL without the
 * password.
 *
 * @example
 * const { url, masterUserSecretArn } = await connectionInfo('orders');
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {ConflictError} the DB instance has no endpoint yet: wait until it is available.
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
    `connectionInfo: DB instance ${id} has no endpoint yet (state ${dbInstanceStatus}). Wait with waitForDbInstance.`,
    { operation: 'connectionInfo', resource: 'DB instance', id },
  );
