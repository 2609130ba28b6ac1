import { emptyDatabase } from './empty-database.js';
import { runStatement, type RunOptions, type Statement, type StatementResult } from './run-statement.js';

/** A Postgres with one connection. */
export interface Postgres {
  run(statement: Statement, options?: RunOptions): Promise<StatementResult>;
  isInTransaction(): boolean;
  stop(): Promise<void>;
}

/** Disables Postgres's progress message, whose timer fires every 10 s even after the start and keeps the process alive. */
const withoutTimer = ['-c', 'log_startup_progress_interval=0'];

/** Returns a function that starts an empty database from a copy of the stored files. */
export function postgresStarter(): () => Promise<Postgres> {
  let files: Promise<Blob> | undefined;
  return async () => {
    // PGlite is large, so it is loaded only at the first SQL statement.
    const { PGlite, protocol: wire } = await import('@electric-sql/pglite');
    files ??= emptyDatabase(async () => {
      const db = await PGlite.create();
      const dump = await db.dumpDataDir('none');
      await db.close();
      return dump;
    }).catch((error: unknown) => {
      files = undefined;
      throw error;
    });
    const startParams = [...PGlite.defaultStartParams, ...withoutTimer];
    const db = await PGlite.create({ loadDataDir: await files, startParams });
    return {
      run: (statement, options) => runStatement({ db, wire }, statement, options),
      isInTransaction: () => db.isInTransaction(),
      stop: () => db.close(),
    };
  };
}
