import type { PGlite } from '@electric-sql/pglite';
import { runStatement, type RunOptions, type Statement, type StatementResult } from './run-statement.js';

/** A Postgres with one connection. */
export interface Postgres {
  run(statement: Statement, options?: RunOptions): Promise<StatementResult>;
  isInTransaction(): boolean;
  stop(): Promise<void>;
}

/** Starts databases, all empty; the first takes a second or two, the others copy its files. */
export function postgresStarter(): () => Promise<Postgres> {
  let template: Promise<Blob> | undefined;
  return async () => {
    // PGlite is large: it is loaded when the first SQL comes.
    const { PGlite, protocol: wire } = await import('@electric-sql/pglite');
    const copy = async (files: Promise<Blob>): Promise<PGlite> => PGlite.create({ loadDataDir: await files });
    const create = async (): Promise<PGlite> => {
      const db = await PGlite.create();
      template ??= db.dumpDataDir('none');
      await template;
      return db;
    };
    const db = await (template === undefined ? create() : copy(template));
    return {
      run: (statement, options) => runStatement({ db, wire }, statement, options),
      isInTransaction: () => db.isInTransaction(),
      stop: () => db.close(),
    };
  };
}
