import type { Connection, Database } from '../postgres/database.js';
import { driverError } from '../postgres/postgres-error.js';
import { turns, type TakeOptions } from '../postgres/turns.js';
import {
  openTransactions,
  type Transaction,
  type TransactionClaim,
  type TransactionOwner,
} from './open-transactions.js';

export interface RdsTransactions {
  begin(owner: TransactionOwner, database: Database): string;
  /** Runs `work` in the transaction, one call at a time. The first call takes the connection of the database. */
  use<T>(id: string, claim: TransactionClaim, work: (connection: Connection) => Promise<T>): Promise<T>;
  end(id: string, claim: TransactionClaim, how: 'COMMIT' | 'ROLLBACK'): Promise<void>;
  /** Rolls back all transactions. */
  stop(): Promise<void>;
}

export interface RdsTransactionsOptions extends TakeOptions {
  /** The time without a call after which a transaction is rolled back, in milliseconds. Default: 180,000, as on AWS. */
  readonly idleMs?: number | undefined;
}

export function rdsTransactions({ idleMs = 180_000, timeoutMs }: RdsTransactionsOptions = {}): RdsTransactions {
  const open = openTransactions(idleMs);
  const withTurn = async <T>(
    id: string,
    claim: TransactionClaim,
    work: (own: Transaction) => Promise<T>,
  ): Promise<T> => {
    const transaction = open.find(id, claim);
    const endTurn = await transaction.queue.take();
    clearTimeout(transaction.timer);
    try {
      // The transaction may have ended during the turns of other calls.
      return await work(open.find(id, claim));
    } finally {
      open.startTimer(id);
      endTurn();
    }
  };
  return {
    begin(owner, database) {
      const connect = (): Promise<Connection> => database.connect({ timeoutMs });
      return open.add({ ...owner, queue: turns(), connect });
    },
    use: (id, claim, work) => withTurn(id, claim, async (transaction) => work(await connected(transaction))),
    end: (id, claim, how) =>
      withTurn(id, claim, async ({ connection }) => {
        try {
          if (connection !== undefined) await finish(connection, how);
        } finally {
          await open.remove(id);
        }
      }),
    stop: () => open.removeAll(),
  };
}

async function connected(transaction: Transaction): Promise<Connection> {
  if (transaction.connection === undefined) {
    const connection = await transaction.connect();
    transaction.connection = connection;
    await connection.run({ sql: 'BEGIN' });
  }
  return transaction.connection;
}

async function finish(connection: Connection, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  const { command } = await connection.run({ sql: how });
  if (command === how) return;
  const message = `The database returned ${command}, so the transaction cannot be committed.`;
  throw driverError(message, '25P02');
}
