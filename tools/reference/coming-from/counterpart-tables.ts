import type { LinkTo } from '../code.ts';
import { type Counterpart, storageCounterparts } from './storage-counterparts.ts';

/** Tables of the items of one library with the functions that take their place. */
export const counterpartTables = (source: string, linkTo: LinkTo): string => {
  const groups = storageCounterparts.filter((group) => group.source === source);
  if (groups.length === 0) throw new Error(`there are no counterparts of ${source}, only of boto3 and sdk`);
  return groups
    .map(({ title, client, rows }) =>
      [
        `### ${title}`,
        ...(client ? [`From \`@aws-sdk/${client}\`:`] : []),
        ['| old | new |', '|---|---|', ...rows.map((row) => `| \`${row.old}\` | ${newCell(row, linkTo)} |`)].join('\n'),
      ].join('\n\n'),
    )
    .join('\n\n');
};

const newCell = (row: Counterpart, linkTo: LinkTo): string => {
  if ('reason' in row) return `not included: ${row.reason}`;
  const links = row.functions.map((name) => `[\`${name}\`](${linkTo(name)})`).join(', ');
  return row.state === undefined ? links : `${links} with \`state: '${row.state}'\``;
};
