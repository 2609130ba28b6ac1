import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PGlite, protocol as Protocol } from '@electric-sql/pglite';
import { resultPages, type ResultPages } from './result-pages.js';
import { wireFrames, type WireFrame } from './wire-frames.js';

export interface Statement {
  /** One statement with parameters `$1`, `$2`, … */
  readonly sql: string;
  readonly parameters?: readonly StatementParameter[] | undefined;
}

export interface StatementParameter {
  /** The value as text or bytes. */
  readonly value: string | Uint8Array | null;
  /** The OID of the type. With 0, Postgres determines the type. */
  readonly typeId: number;
}

/** Postgres's description of a column. */
export interface WireColumn {
  readonly name: string;
  /** 0 if the column does not belong to a table. */
  readonly tableID: number;
  readonly columnID: number;
  readonly dataTypeID: number;
  readonly dataTypeModifier: number;
}

export interface StatementResult extends Pick<ResultPages, 'rowCount' | 'sizeBytes' | 'pageCount' | 'page' | 'rows'> {
  /** Absent for statements that return no rows. */
  readonly columns?: readonly WireColumn[] | undefined;
  /** Postgres's command tag, e.g. `INSERT 0 3`. */
  readonly command: string;
}

export interface RunOptions {
  /** Aborts the statement between two portions of rows. */
  readonly signal?: AbortSignal | undefined;
}

type Wire = Pick<typeof Protocol, 'Parser' | 'serialize'>;

/** The number of rows that Postgres computes at a time. This process is blocked meanwhile. */
const portion = 1_000;

/** Runs a statement with Postgres's extended protocol, in portions of rows. Without an open transaction, the statement is its own transaction. */
export async function runStatement(
  { db, wire }: { readonly db: PGlite; readonly wire: Wire },
  { sql, parameters = [] }: Statement,
  { signal }: RunOptions = {},
): Promise<StatementResult> {
  signal?.throwIfAborted();
  const { serialize } = wire;
  const response = collectResponse(wire);
  let isAlive = true;
  const send = async (...messages: readonly Uint8Array[]): Promise<void> => {
    isAlive = false;
    await db.execProtocolRawStream(Buffer.concat(messages), { onRawData: response.read });
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
    while (response.isSuspended()) {
      await nextTurn();
      // This statement with a syntax error makes Postgres roll back. Without an error, it would commit.
      if (signal?.aborted === true) await send(serialize.parse({ text: 'canceled' }));
      signal?.throwIfAborted();
      await send(...more);
    }
  } finally {
    // This commits and may fail. If Postgres has ended, the call would never return.
    if (isAlive) await send(serialize.sync());
  }
  return response.result();
}

interface Response {
  readonly read: (chunk: Uint8Array) => void;
  isSuspended(): boolean;
  /** Throws the error that Postgres sent. */
  result(): StatementResult;
}

function collectResponse({ Parser }: Wire): Response {
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
