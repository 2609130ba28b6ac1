import type { Connection } from './database.js';
import type { WireColumn } from './run-statement.js';

/** What the Data APIs say of a column of a result, as the JDBC driver behind them sees it. */
export interface ResultColumn {
  readonly name: string;
  /** Of Postgres, e.g. `int4`; arrays begin with an underscore. */
  readonly typeName: string;
  readonly isArray: boolean;
  /** The modifier of the type, which holds lengths; -1 without one. */
  readonly typeModifier: number;
  /** Empty when it is no column of a table. */
  readonly schemaName: string;
  readonly tableName: string;
  readonly isAutoIncrement: boolean;
  /** As JDBC says it: 0 no, 1 yes, 2 unknown. */
  readonly nullable: number;
}

const query = `
  SELECT t.typname, t.typcategory = 'A', coalesce(n.nspname, ''), coalesce(c.relname, ''),
    coalesce(a.attidentity <> '' OR pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE '%nextval(%', false),
    CASE WHEN a.attnum IS NULL THEN '2' WHEN a.attnotnull THEN '0' ELSE '1' END
  FROM ROWS FROM (
    pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.oid[]), pg_catalog.unnest($3::pg_catalog.int2[])
  ) WITH ORDINALITY AS r (type_id, table_id, column_id, place)
  JOIN pg_catalog.pg_type t ON t.oid = r.type_id
  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = r.table_id AND a.attnum = r.column_id
  LEFT JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  ORDER BY r.place`;

/** Asks Postgres about the columns of a result, by the connection that it came from. */
export async function describeColumns(connection: Connection, columns: readonly WireColumn[]): Promise<ResultColumn[]> {
  const list = (of: (column: WireColumn) => number): { value: string; typeId: number } => ({
    value: `{${columns.map((column) => of(column)).join(',')}}`,
    typeId: 0,
  });
  const parameters = [
    list(({ dataTypeID }) => dataTypeID),
    list(({ tableID }) => tableID),
    list(({ columnID }) => columnID),
  ];
  const { rows } = await connection.run({ sql: query, parameters });
  return [...rows()].map((row, index) => {
    const [typeName = '', isArray, schemaName, tableName, isAutoIncrement, nullable] = row.map((value) => value ?? '');
    return {
      name: columns[index]?.name ?? '',
      typeName,
      isArray: isArray === 't',
      typeModifier: columns[index]?.dataTypeModifier ?? -1,
      schemaName: schemaName ?? '',
      tableName: tableName ?? '',
      isAutoIncrement: isAutoIncrement === 't',
      nullable: Number(nullable),
    };
  });
}
