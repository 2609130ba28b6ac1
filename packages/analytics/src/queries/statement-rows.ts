import { asIs, input, operation, type Operation, z } from '@arch/core/builder';
import { type ColumnMetadata, type Field, GetStatementResultCommand } from '@aws-sdk/client-redshift-data';

import { redshiftData } from '../clients/redshift-data.js';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Some rows of a result, and where it goes on. */
export interface RowPage {
  readonly rows: readonly Row[];
  readonly next?: string | undefined;
}

interface RowPageInput {
  readonly id: string;
  readonly nextToken?: string | undefined;
}

/** Gets a page of a statement's rows. https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_GetStatementResult.html */
export const getRowPage: Operation<RowPageInput, RowPage> = operation(() => ({
  name: 'query',
  service: redshiftData,
  command: GetStatementResultCommand,
  permissions: ['redshift-data:GetStatementResult'],
  input: input<RowPageInput>({ id: z.string(), nextToken: z.optional(z.string()) }),
  output: asIs<RowPage>(),
  select: ({ Records = [], ColumnMetadata = [], NextToken }) => ({
    rows: Records.map((record) => toRow(ColumnMetadata, record)),
    next: NextToken || undefined,
  }),
}));

const toRow = (columns: readonly ColumnMetadata[], record: readonly Field[]): Row => {
  const row: Record<string, unknown> = {};
  for (const [index, { label, name, typeName = '' }] of columns.entries()) {
    row[label || name || `column${index + 1}`] = toValue(record[index], typeName);
  }
  return row;
};

/** A field as a value of JavaScript, by its column's type. What a number could not hold exactly stays text. */
const toValue = (field: Field | undefined, typeName: string): unknown => {
  if (!field || field.isNull) return null;
  if (field.longValue !== undefined) return field.longValue;
  if (field.doubleValue !== undefined) return field.doubleValue;
  if (field.booleanValue !== undefined) return field.booleanValue;
  if (field.blobValue !== undefined) return field.blobValue;
  return fromText(field.stringValue ?? '', typeName);
};

const fromText = (text: string, typeName: string): unknown => {
  switch (typeName) {
    case 'timestamp':
      return asDate(`${text.replace(' ', 'T')}Z`, text);
    case 'timestamptz':
      return asDate(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'), text);
    case 'super':
      return asJson(text);
    default:
      return text;
  }
};

/** Infinite timestamps, and years before ours, are no dates of JavaScript. */
const asDate = (iso: string, text: string): Date | string => {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? text : date;
};

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
