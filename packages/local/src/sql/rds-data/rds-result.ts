import { AwsError } from '../responses/aws-error.js';
import type { ResultColumn } from '../postgres/describe-columns.js';
import { exactDecimal } from '../responses/exact-number.js';
import { arrayFieldOf, base64, fieldOf, type Field } from '../responses/field.js';
import { jdbcType } from '../postgres/jdbc-type.js';
import { postgresArray, type ArrayItem } from '../postgres/postgres-array.js';
import type { StatementResult } from '../postgres/run-statement.js';

export interface ResultSetOptions {
  readonly decimalReturnType?: string | undefined;
  readonly longReturnType?: string | undefined;
}

const mebibyte = 1024 * 1024;

/** Converts the rows of a result to fields of the RDS Data API. */
export function rdsRecords(
  { rows, sizeBytes }: StatementResult,
  columns: readonly ResultColumn[],
  options: ResultSetOptions = {},
): Field[][] {
  if (sizeBytes > mebibyte) {
    throw new AwsError('BadRequestException', 'Database returned more than the allowed response size limit');
  }
  return Array.from(rows(), (row) => columns.map((column, index) => rdsField(row[index] ?? null, column, options)));
}

function rdsField(text: string | null, column: ResultColumn, options: ResultSetOptions): Field {
  if (text !== null && column.isArray) return arrayFieldOf(text, column);
  if (text !== null && column.typeName === 'timestamptz') return { stringValue: withoutUtc(text) };
  const isDecimal = column.typeName === 'numeric' && options.decimalReturnType === 'DOUBLE_OR_LONG';
  if (isDecimal) return fieldOf(text, { ...column, typeName: jdbcType(column).scale === 0 ? 'int8' : 'float8' });
  const isText = column.typeName === 'int8' && options.longReturnType === 'STRING';
  return fieldOf(text, isText ? { ...column, typeName: 'text' } : column);
}

/** The Data API returns times with a zone in UTC, without an offset. */
function withoutUtc(text: string): string {
  return text.replace(/\+00$/, '');
}

export function rdsColumnMetadata(columns: readonly ResultColumn[]): Record<string, unknown>[] {
  return columns.map((column) => {
    const { type, precision, scale, isSigned, isCaseSensitive } = jdbcType(column);
    const { name, tableName, isAutoIncrement, nullable, typeName } = column;
    return {
      arrayBaseColumnType: column.isArray
        ? jdbcType({ ...column, typeName: typeName.slice(1), isArray: false }).type
        : 0,
      isAutoIncrement,
      isCaseSensitive,
      isCurrency: typeName === 'money',
      isSigned,
      label: name,
      name,
      nullable,
      precision,
      scale,
      schemaName: '',
      tableName,
      type,
      typeName: isAutoIncrement ? (serialNames[typeName] ?? typeName) : typeName,
    };
  });
}

/** JDBC's type names of auto-increment columns. */
const serialNames: Readonly<Record<string, string>> = { int2: 'smallserial', int4: 'serial', int8: 'bigserial' };

/** Converts the rows to JSON text: a list of objects. */
export function formattedRecords({ rows, sizeBytes }: StatementResult, columns: readonly ResultColumn[]): string {
  if (sizeBytes > 10 * mebibyte) {
    throw new AwsError('UnsupportedResultException', 'The result as JSON is larger than 10 MB.');
  }
  const objects = Array.from(rows(), (row) =>
    Object.fromEntries(columns.map((column, index) => [column.name, jsonValue(row[index] ?? null, column)])),
  );
  return JSON.stringify(objects);
}

function jsonValue(text: string | null, column: ResultColumn): unknown {
  if (text === null) return null;
  if (column.isArray)
    return jsonArray(postgresArray(text), { ...column, typeName: column.typeName.slice(1), isArray: false });
  switch (column.typeName) {
    case 'bool':
      return text === 't';
    case 'int2':
    case 'int4':
    case 'int8':
    case 'float4':
    case 'float8':
    case 'numeric':
      return exactDecimal(text);
    case 'bytea':
      return base64(text);
    case 'timestamptz':
      return withoutUtc(text);
    default:
      return text;
  }
}

function jsonArray(items: readonly ArrayItem[], column: ResultColumn): unknown[] {
  return items.map((item) =>
    Array.isArray(item) ? jsonArray(item, column) : jsonValue(item as string | null, column),
  );
}
