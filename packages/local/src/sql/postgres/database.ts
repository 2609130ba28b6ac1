import { isPostgresError } from './postgres-error.js';
import type { RunOptions, Statement, StatementResult } from './run-statement.js';
import type { Postgres } from './postgres-starter.js';
import { turns, type TakeOptions } from './turns.js';

/** A database of AWS, by the Postgres that stands for it. It has one connection, which is used by one after the other. */
export interface Database {
  /** Waits for the connection, and rejects with a `TimeoutError` when it is not free in time. */
  connect(options?: TakeOptions): Promise<Connection>;
  /** Keeps temporary tables and settings from one connection to the next until `leave` is called. */
  join(): { leave(): Promise<void> };
  stop(): Promise<void>;
}

export interface Connection {
  run(statement: Statement, options?: RunOptions): Promise<StatementResult>;
  /** True after a BEGIN, until its end. */
  isInTransaction(): boolean;
  /** Rolls back what is open, and lets the next one have the connection. */
  release(): Promise<void>;
}

/** Postgres starts with the first connection, and again when it has ended by itself; it is empty then. */
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
  /** Called when Postgres has ended: nothing of it may be used any more. */
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
