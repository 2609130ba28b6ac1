/** A row in Postgres's text form. NULL is `null`. */
export type TextRow = readonly (string | null)[];

/** The rows of a result. They are stored in the form that Postgres sent, which needs little memory. */
export interface ResultPages {
  readonly rowCount: number;
  /** The size as in the Redshift Data API: the bytes of the rows and of their lengths. */
  readonly sizeBytes: number;
  readonly pageCount: number;
  /** Reads the rows of a page, counted from 0. */
  page(index: number): Generator<TextRow>;
  rows(): Generator<TextRow>;
}

export interface ResultWriter extends ResultPages {
  /** Adds a `DataRow` message of Postgres. */
  add(dataRow: Buffer): void;
}

const rowsOfPage = 1_000;
const bytesOfPage = 1024 * 1024;

export function resultPages(): ResultWriter {
  const pages: Buffer[] = [];
  let open: Buffer[] = [];
  let [openBytes, rowCount, sizeBytes] = [0, 0, 0];
  const closePage = (): void => {
    if (open.length > 0) pages.push(Buffer.concat(open));
    [open, openBytes] = [[], 0];
  };
  const page = (index: number): Generator<TextRow> =>
    rowsOf(pages[index] ?? Buffer.concat(index === pages.length ? open : []));
  return {
    add(dataRow) {
      const body = Buffer.from(dataRow.subarray(1));
      if (open.length === rowsOfPage || openBytes + body.length > bytesOfPage) closePage();
      open.push(body);
      openBytes += body.length;
      rowCount += 1;
      sizeBytes += body.length;
    },
    page,
    *rows() {
      for (let index = 0; index <= pages.length; index++) yield* page(index);
    },
    get rowCount() {
      return rowCount;
    },
    get sizeBytes() {
      return sizeBytes;
    },
    get pageCount() {
      return pages.length + (open.length > 0 ? 1 : 0);
    },
  };
}

function* rowsOf(page: Buffer): Generator<TextRow> {
  for (let at = 0; at < page.length;) {
    const end = at + page.readInt32BE(at);
    yield rowAt(page, at + 4);
    at = end;
  }
}

function rowAt(page: Buffer, start: number): TextRow {
  const columns = page.readInt16BE(start);
  const row: (string | null)[] = [];
  let at = start + 2;
  for (let column = 0; column < columns; column++) {
    const length = page.readInt32BE(at);
    at += 4;
    row.push(length === -1 ? null : page.toString('utf8', at, at + length));
    at += Math.max(length, 0);
  }
  return row;
}
