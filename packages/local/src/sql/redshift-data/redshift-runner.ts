import { setTimeout as delay } from 'node:timers/promises';
import type { Connection, Database } from '../postgres/database.js';
import type { Databases } from '../postgres/databases.js';
import { redshiftTarget, type RedshiftRequest, type RedshiftTarget } from './redshift-request.js';
import { redshiftSessions } from './redshift-sessions.js';
import { setStatus, type RedshiftStatement } from './redshift-statement.js';
import { endStatement, runRedshiftStatement } from './run-redshift-statement.js';

export interface RedshiftRunner {
  /** Returns the target and the session of a request. Opens a new session if the request contains `SessionKeepAliveSeconds`. */
  ownerOf(request: RedshiftRequest): Pick<RedshiftStatement, 'target' | 'sessionId'>;
  /** Runs the statement when its connection is free. Never rejects. */
  run(statement: RedshiftStatement, delayMs: number): Promise<void>;
  stop(): Promise<void>;
}

export function redshiftRunner(databases: Databases): RedshiftRunner {
  const sessions = redshiftSessions();
  const connectionFor = (statement: RedshiftStatement): Promise<Connection> => {
    const options = { signal: statement.cancel.signal };
    if (statement.sessionId !== undefined) return sessions.connect(statement.sessionId, options);
    return databaseOf(databases, statement.target).connect(options);
  };
  const runConnected = async (statement: RedshiftStatement): Promise<void> => {
    const connection = await connectionFor(statement);
    try {
      await runRedshiftStatement(statement, connection);
    } finally {
      if (statement.sessionId === undefined) await connection.release();
    }
  };
  return {
    ownerOf(request) {
      if (request.SessionId !== undefined) {
        const { target, id } = sessions.reserve(request.SessionId);
        return { target, sessionId: id };
      }
      const target = redshiftTarget(request);
      const seconds = request.SessionKeepAliveSeconds;
      if (seconds === undefined) return { target };
      return { target, sessionId: sessions.open(target, databaseOf(databases, target), seconds).id };
    },
    async run(statement, delayMs) {
      const failure = await errorOf(async () => {
        if (delayMs > 0) await delay(delayMs, undefined, { signal: statement.cancel.signal, ref: false });
        setStatus(statement, 'PICKED');
        await runConnected(statement);
      });
      const { sessionId } = statement;
      const laterFailure = await errorOf(async () => (sessionId === undefined ? undefined : sessions.free(sessionId)));
      endStatement(statement, failure ?? laterFailure);
    },
    stop: () => sessions.stop(),
  };
}

/** Returns the error that `work` throws; `undefined` without an error. */
async function errorOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}

function databaseOf(
  databases: Databases,
  { ClusterIdentifier, WorkgroupName, Database = '' }: RedshiftTarget,
): Database {
  const owner = ClusterIdentifier === undefined ? `workgroup ${WorkgroupName}` : `cluster ${ClusterIdentifier}`;
  return databases.open(owner, Database);
}
