import { query } from '@arch/analytics';
import { createSession } from '@arch/core';
import { listFunctions } from '@arch/ml';
import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import {
  ExecuteStatementCommand,
  GetStatementResultCommand,
  type GetStatementResultCommandOutput,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';

import { settings } from '../with-server.ts';

/** Many items, read with this library and with the SDK. Each returns their number. */
export interface Pages {
  readonly name: string;
  readonly limit: number;
  readonly ours: () => Promise<number>;
  readonly sdk: () => Promise<number>;
}

/** The results and listings that are measured. */
export const pagesOf = (endpoint: string): readonly Pages[] => {
  const session = createSession(settings(endpoint));
  const redshift = new RedshiftDataClient(settings(endpoint));
  const lambda = new LambdaClient(settings(endpoint));
  const database = { database: 'dev', workgroupName: 'reports' };
  const count = async (items: AsyncIterable<unknown>): Promise<number> => {
    let number = 0;
    for await (const _item of items) number++;
    return number;
  };
  return [
    {
      name: '200,000 rows of Redshift Data, against a loop over the pages of the SDK',
      limit: 0.6,
      ours: () => count(query({ sql: 'select 1', ...database }, { session })),
      sdk: async () => {
        const { Id } = await redshift.send(
          new ExecuteStatementCommand({ Sql: 'select 1', Database: 'dev', WorkgroupName: 'reports' }),
        );
        let number = 0;
        let token: string | undefined;
        do {
          const page: GetStatementResultCommandOutput = await redshift.send(
            new GetStatementResultCommand({ Id, NextToken: token }),
          );
          number += rowsOf(page).length;
          token = page.NextToken;
        } while (token !== undefined);
        return number;
      },
    },
    {
      name: 'a listing of 10,000 Lambda functions, decoded, validated, mapped',
      limit: 0.5,
      ours: () => count(listFunctions({}, { session })),
      sdk: async () => {
        let number = 0;
        for await (const { Functions = [] } of paginateListFunctions({ client: lambda }, {}))
          number += Functions.length;
        return number;
      },
    },
  ];
};

/** Converts the records of a page to objects, as a program that uses the SDK does. */
const rowsOf = ({
  ColumnMetadata = [],
  Records = [],
}: {
  readonly ColumnMetadata?: readonly { readonly name?: string | undefined }[] | undefined;
  readonly Records?: readonly (readonly object[])[] | undefined;
}): object[] =>
  Records.map((record) => {
    const row: Record<string, unknown> = {};
    record.forEach((field, index) => {
      const { isNull, longValue, stringValue, booleanValue } = field as Record<string, unknown>;
      row[ColumnMetadata[index]?.name ?? ''] = isNull ? null : (longValue ?? stringValue ?? booleanValue);
    });
    return row;
  });
