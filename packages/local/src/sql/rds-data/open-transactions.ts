import { randomBytes } from 'node:crypto';
import { AwsError } from '../responses/aws-error.js';
import type { Connection } from '../postgres/database.js';
import type { Turns } from '../postgres/turns.js';

/** The cluster and the database of a transaction. */
export interface TransactionOwner {
  readonly resourceArn: string;
  readonly database: string;
}

/** The cluster of a request for a transaction, and its database, if the request contains one. */
export interface TransactionClaim {
  readonly resourceArn: string;
  readonly database?: string | undefined;
}

export interface Transaction extends TransactionOwner {
  readonly queue: Turns;
  readonly connect: () => Promise<Connection>;
  connection?: Connection;
  timer?: NodeJS.Timeout;
}

export interface OpenTransactions {
  /** Adds a transaction and returns its ID. */
  add(transaction: Transaction): string;
  find(id: string, claim: TransactionClaim): Transaction;
  /** Starts the timer after which an unused transaction is rolled back. */
  startTimer(id: string): void;
  /** Removes a transaction and rolls it back if it is still open. */
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
}

export function openTransactions(idleMs: number): OpenTransactions {
  const open = new Map<string, Transaction>();
  const remove = async (id: string): Promise<void> => {
    const transaction = open.get(id);
    open.delete(id);
    clearTimeout(transaction?.timer);
    await transaction?.connection?.release();
  };
  const startTimer = (id: string): void => {
    const transaction = open.get(id);
    if (transaction !== undefined)
      transaction.timer = setTimeout(() => void remove(id).catch(() => {}), idleMs).unref();
  };
  return {
    add(transaction) {
      const id = randomBytes(96).toString('base64');
      open.set(id, transaction);
      startTimer(id);
      return id;
    },
    find(id, claim) {
      const found = open.get(id);
      if (found === undefined || found.resourceArn !== claim.resourceArn) throw notFound(id);
      if (claim.database === undefined || claim.database === found.database) return found;
      throw new AwsError('BadRequestException', 'Database name is not the same as transaction');
    },
    startTimer,
    remove,
    async removeAll() {
      await Promise.allSettled([...open.keys()].map(remove));
    },
  };
}

function notFound(id: string): AwsError {
  return new AwsError('TransactionNotFoundException', `Transaction ${id} is not found`, { status: 404 });
}
