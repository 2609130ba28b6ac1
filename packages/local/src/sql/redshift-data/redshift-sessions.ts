import { randomUUID } from 'node:crypto';
import { AwsError } from '../responses/aws-error.js';
import type { Connection, Database } from '../postgres/database.js';
import type { TakeOptions } from '../postgres/turns.js';
import { invalid, type RedshiftTarget } from './redshift-request.js';

/** A session, which keeps temporary tables, settings and an open transaction between statements. */
export interface RedshiftSession {
  readonly id: string;
  readonly target: RedshiftTarget;
}

export interface RedshiftSessions {
  /** Opens a session and reserves it for its first statement. */
  open(target: RedshiftTarget, database: Database, keepAliveSeconds: number): RedshiftSession;
  /** Reserves a session for one statement. Throws an error if another statement uses the session. */
  reserve(id: string): RedshiftSession;
  connect(id: string, options: TakeOptions): Promise<Connection>;
  /** Ends a reservation. The session is closed if it is not used within its `keepAliveSeconds`. */
  free(id: string): Promise<void>;
  stop(): Promise<void>;
}

interface OpenSession extends RedshiftSession {
  readonly database: Database;
  readonly membership: ReturnType<Database['join']>;
  readonly keepAliveMs: number;
  /** The connection while a statement runs or a transaction is open. */
  connection?: Connection | undefined;
  isTaken: boolean;
  timer?: NodeJS.Timeout;
}

export function redshiftSessions(): RedshiftSessions {
  const sessions = new Map<string, OpenSession>();
  const close = async (id: string): Promise<void> => {
    const session = sessions.get(id);
    sessions.delete(id);
    clearTimeout(session?.timer);
    await session?.connection?.release();
    await session?.membership.leave();
  };
  const find = (id: string): OpenSession => {
    const session = sessions.get(id);
    if (session !== undefined) return session;
    throw new AwsError('ResourceNotFoundException', 'Session does not exist.', { members: { ResourceId: id } });
  };
  return {
    open(target, database, keepAliveSeconds) {
      const id = randomUUID();
      const keepAliveMs = keepAliveSeconds * 1_000;
      sessions.set(id, { id, target, database, membership: database.join(), keepAliveMs, isTaken: true });
      return find(id);
    },
    reserve(id) {
      const session = find(id);
      if (session.isTaken) throw invalid(`Session ${id} is busy with another statement.`);
      session.isTaken = true;
      clearTimeout(session.timer);
      return session;
    },
    async connect(id, options) {
      const session = find(id);
      return (session.connection ??= await session.database.connect(options));
    },
    async free(id) {
      const session = find(id);
      if (session.connection?.isInTransaction() !== true) await disconnect(session);
      session.isTaken = false;
      session.timer = setTimeout(() => void close(id).catch(() => {}), session.keepAliveMs).unref();
    },
    async stop() {
      await Promise.allSettled([...sessions.keys()].map(close));
    },
  };
}

async function disconnect(session: OpenSession): Promise<void> {
  const { connection } = session;
  session.connection = undefined;
  await connection?.release();
}
