import type { Connection } from './database.js';
import type { WireColumn } from './run-statement.js';

/** The description of a result's column in the Data APIs, which have it from their JDBC driver. */
export interface ResultColumn {
  readonly name: string;
  /** The type name of Postgres, e.g. `int4`. The names of array types begin with an underscore. */
  readonly typeName: string;
  readonly isArray: boolean;
  /** The modifier of the type, which contains lengths; -1 without a modifier. */
  readonly typeModifier: number;
  /** Empty if the column does not belong to a table. */
  readonly schemaName: string;
  readonly tableName: string;
  readonly isAutoIncrement: boolean;
  /** JDBC's value: 0 no, 1 yes, 2 unknown. */
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

/** Reads the descriptions of a result's columns from the system tables, over the connection of the result. */
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
