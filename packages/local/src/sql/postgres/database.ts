import { isPostgresError } from './postgres-error.js';
import type { RunOptions, Statement, StatementResult } from './run-statement.js';
import type { Postgres } from './postgres-starter.js';
import { turns, type TakeOptions } from './turns.js';

/** A Postgres that represents one database of AWS. It has one connection, which has one user at a time. */
export interface Database {
  /** Waits for the connection. Rejects with a `TimeoutError` if the connection is not free within the timeout. */
  connect(options?: TakeOptions): Promise<Connection>;
  /** Keeps temporary tables and settings for the next users of the connection until `leave` is called. */
  join(): { leave(): Promise<void> };
  stop(): Promise<void>;
}

export interface Connection {
  run(statement: Statement, options?: RunOptions): Promise<StatementResult>;
  /** Whether a transaction is open. */
  isInTransaction(): boolean;
  /** Rolls back an open transaction and releases the connection for the next user. */
  release(): Promise<void>;
}

/** Creates a database. Postgres starts at the first connection, and starts again, empty, after it has ended unexpectedly. */
export function openDatabase(start: () => Promise<Postgres>): Database {
  const queue = turns();
  let starting: Promise<Postgres> | undefined;
  let members = 0;
  const tidy = async (postgres: Postgres): Promise<void> => {
    if (postgres.isInTransaction()) await postgres.run({ sql: 'ROLLBACK' });
    if (members === 0) await postgres.run({ sql: 'DISCARD ALL' });
  };
  const forget = (): void => {
    starting = undefined;
  };
  const connect = async (options?: TakeOptions): Promise<Connection> => {
    const endTurn = await queue.take(options);
    try {
      return connectionTo(await (starting ??= start()), { tidy, endTurn, forget });
    } catch (error) {
      forget();
      endTurn();
      throw error;
    }
  };
  return {
    connect,
    join() {
      members += 1;
      return {
        async leave() {
          members -= 1;
          if (members === 0) await (await connect()).release();
        },
      };
    },
    async stop() {
      await (await starting)?.stop();
    },
  };
}

interface ConnectionOptions {
  readonly tidy: (postgres: Postgres) => Promise<void>;
  readonly endTurn: () => void;
  /** Called when Postgres has ended, so that the next connection starts it again. */
  readonly forget: () => void;
}

function connectionTo(postgres: Postgres, { tidy, endTurn, forget }: ConnectionOptions): Connection {
  let hasEnded = false;
  return {
    async run(statement, options) {
      if (hasEnded) throw new Error('The database has ended.');
      try {
        return await postgres.run(statement, options);
      } catch (error) {
        hasEnded = !isPostgresError(error) && options?.signal?.aborted !== true;
        if (hasEnded) forget();
        throw error;
      }
    },
    isInTransaction: () => !hasEnded && postgres.isInTransaction(),
    async release() {
      try {
        if (!hasEnded) await tidy(postgres);
      } finally {
        endTurn();
      }
    },
  };
}
