import { openDatabase, type Database } from './database.js';
import { postgresStarter } from './postgres-starter.js';

/** All databases of a façade. Each is created at its first use. */
export interface Databases {
  /** Returns a database. `owner` is the cluster or workgroup, `name` the name of the database in it. */
  open(owner: string, name: string): Database;
  /** Returns the names of the databases that have been opened. */
  names(owner: string): string[];
  /** Deletes all databases and releases their memory. */
  stop(): Promise<void>;
}

export function databases(start: ReturnType<typeof postgresStarter> = postgresStarter()): Databases {
  const owners = new Map<string, Map<string, Database>>();
  return {
    open(owner, name) {
      const owned = owners.get(owner) ?? new Map<string, Database>();
      owners.set(owner, owned);
      const database = owned.get(name) ?? openDatabase(start);
      owned.set(name, database);
      return database;
    },
    names: (owner) => [...(owners.get(owner)?.keys() ?? [])],
    async stop() {
      const all = [...owners.values()].flatMap((owned) => [...owned.values()]);
      owners.clear();
      await Promise.allSettled(all.map((database) => database.stop()));
    },
  };
}
