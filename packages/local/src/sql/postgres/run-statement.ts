import { setImmediate as breathe } from 'node:timers/promises';
import type { PGlite, protocol as Protocol } from '@electric-sql/pglite';
import { resultPages, type ResultPages } from './result-pages.js';
import { wireFrames, type WireFrame } from './wire-frames.js';

export interface Statement {
  /** One statement, with `$1`, `$2`, … in it. */
  readonly sql: string;
  readonly parameters?: readonly StatementParameter[] | undefined;
}

export interface StatementParameter {
  /** Text, or bytes as they are. */
  readonly value: string | Uint8Array | null;
  /** OID of its type; 0 lets Postgres find out. */
  readonly typeId: number;
}

/** A column as Postgres announces it. */
export interface WireColumn {
  readonly name: string;
  /** 0 when it is no column of a table. */
  readonly tableID: number;
  readonly columnID: number;
  readonly dataTypeID: number;
  readonly dataTypeModifier: number;
}

export interface StatementResult extends Pick<ResultPages, 'rowCount' | 'sizeBytes' | 'pageCount' | 'page' | 'rows'> {
  /** Absent when the statement is of a kind that has no rows. */
  readonly columns?: readonly WireColumn[] | undefined;
  /** As Postgres says it, e.g. `INSERT 0 3`. */
  readonly command: string;
}

export interface RunOptions {
  /** Ends the statement between two portions of rows. */
  readonly signal?: AbortSignal | undefined;
}

type Wire = Pick<typeof Protocol, 'Parser' | 'serialize'>;

/** Rows that Postgres makes in one go, while this process does nothing else. */
const portion = 1_000;

/** Runs a statement by Postgres's extended protocol, portion by portion, in a transaction of its own unless one is open. */
export async function runStatement(
  { db, wire }: { readonly db: PGlite; readonly wire: Wire },
  { sql, parameters = [] }: Statement,
  { signal }: RunOptions = {},
): Promise<StatementResult> {
  signal?.throwIfAborted();
  const { serialize } = wire;
  const answer = collectAnswer(wire);
  let isAlive = true;
  const send = async (...messages: readonly Uint8Array[]): Promise<void> => {
    isAlive = false;
    await db.execProtocolRawStream(Buffer.concat(messages), { onRawData: answer.read });
    isAlive = true;
  };
  const more = [serialize.execute({ rows: portion }), serialize.flush()];
  try {
    await send(
      serialize.parse({ text: sql, types: parameters.map(({ typeId }) => typeId) }),
      serialize.bind({ values: parameters.map(({ value }) => value) }),
      serialize.describe({ type: 'P' }),
      ...more,
    );
    while (answer.isSuspended()) {
      await breathe();
      // An error rolls back what the statement has done; Postgres would commit it otherwise.
      if (signal?.aborted === true) await send(serialize.parse({ text: 'canceled' }));
      signal?.throwIfAborted();
      await send(...more);
    }
  } finally {
    // Also commits, and may fail in it. A Postgres that has ended would never return from it.
    if (isAlive) await send(serialize.sync());
  }
  return answer.result();
}

interface Answer {
  readonly read: (chunk: Uint8Array) => void;
  isSuspended(): boolean;
  /** Throws the error that Postgres sent. */
  result(): StatementResult;
}

function collectAnswer({ Parser }: Wire): Answer {
  const frames = wireFrames();
  const parser = new Parser();
  const pages = resultPages();
  let columns: readonly WireColumn[] | undefined;
  let command = '';
  let suspended = false;
  const errors: Error[] = [];
  const readMessage = ({ bytes }: WireFrame): void => {
    parser.parse(bytes, (message) => {
      if (message instanceof Error) errors.push(message);
      if ('fields' in message && message.name === 'rowDescription') columns = message.fields as readonly WireColumn[];
      if ('text' in message) command = String(message.text);
    });
  };
  return {
    read(chunk) {
      for (const frame of frames(chunk)) {
        suspended = frame.type === 's';
        if (frame.type === 'D') pages.add(frame.bytes);
        else readMessage(frame);
      }
    },
    isSuspended: () => suspended,
    result() {
      const [error] = errors;
      if (error !== undefined) throw error;
      return Object.assign(pages, { columns, command });
    },
  };
}
