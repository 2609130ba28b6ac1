import { AwsError } from '../responses/aws-error.js';
import type { ResultColumn } from '../postgres/describe-columns.js';
import { fieldOf } from '../responses/field.js';
import { jdbcType } from '../postgres/jdbc-type.js';
import { pageStart, pageToken } from './page-token.js';
import { invalid } from './redshift-request.js';
import type { SubStatement } from './redshift-statement.js';
import type { TextRow } from '../postgres/result-pages.js';

/** A request for a result. Its operation must match the format with which the statement was submitted. */
interface ResultRequest {
  readonly part: SubStatement;
  readonly format: string;
  readonly nextToken?: string | undefined;
}

/** Returns the response of `GetStatementResult`: a page of rows as fields. */
export function redshiftResult({ part, format, nextToken }: ResultRequest): unknown {
  if (format !== 'JSON') throw invalid(`The format of the result is ${format}: use GetStatementResultV2.`);
  const page = resultPage(part, nextToken);
  return {
    Records: Array.from(page.rows, (row) => page.columns.map((column, index) => fieldOf(row[index] ?? null, column))),
    ...page.rest,
  };
}

/** Returns the response of `GetStatementResultV2`: a page of rows as CSV without a header line. */
export function redshiftCsvResult({ part, format, nextToken }: ResultRequest): unknown {
  if (format !== 'CSV') throw invalid(`The format of the result is ${format}: use GetStatementResult.`);
  const { rows, columns, rest } = resultPage(part, nextToken);
  const lines = Array.from(rows, (row) => csvLine(row, columns));
  return { Records: [{ CSVRecords: lines.join('') }], ResultFormat: format, ...rest };
}

interface Page {
  readonly rows: Iterable<TextRow>;
  readonly columns: readonly ResultColumn[];
  readonly rest: Readonly<Record<string, unknown>>;
}

function resultPage({ id, status, result }: SubStatement, nextToken: string | undefined): Page {
  const described = status === 'FINISHED' ? result?.described : undefined;
  if (result === undefined || described === undefined) throw noResult(id);
  const page = pageStart(id, nextToken);
  const isLast = page + 1 >= result.pageCount;
  return {
    rows: result.page(page),
    columns: described,
    rest: {
      ColumnMetadata: described.map(columnMetadata),
      TotalNumRows: result.rowCount,
      NextToken: isLast ? undefined : pageToken(id, page + 1),
    },
  };
}

function noResult(id: string): AwsError {
  const message = 'Query does not have result. Please check query status with DescribeStatement.';
  return new AwsError('ResourceNotFoundException', message, { members: { ResourceId: id } });
}

/** The maximum length of text in Redshift. */
const longestText = 65_535;

function columnMetadata(column: ResultColumn): Record<string, unknown> {
  const { precision, scale, isSigned, isCaseSensitive } = jdbcType(column);
  const { name, nullable, schemaName, tableName, typeName } = column;
  return {
    isCaseSensitive,
    isCurrency: false,
    isSigned,
    label: name,
    length: 0,
    name,
    nullable,
    precision: Math.min(precision, longestText),
    scale,
    schemaName,
    tableName,
    typeName: typeName === 'text' ? 'varchar' : typeName,
  };
}

function csvLine(row: TextRow, columns: readonly ResultColumn[]): string {
  const values = row.map((text, index) => {
    if (text === null) return '';
    if (columns[index]?.typeName === 'bool') return String(text === 't');
    return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${values.join(',')}\n`;
}
