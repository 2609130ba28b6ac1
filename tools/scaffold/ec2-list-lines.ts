import { inputLines } from './declaration-lines.ts';
import type { Field } from './fields.ts';
import type { Plan } from './plan.ts';
import { open } from './text.ts';

/** Whether a listing has the members of every list of EC2, which `ec2List` declares. */
export const isEc2List = ({ service, form, members, pages }: Plan): boolean =>
  service.name === 'ec2' &&
  form === 'listing' &&
  members.some(({ name }) => name === 'Filters') &&
  (pages === undefined || (pages.token === 'NextToken' && pages.size?.name === 'MaxResults'));

/** Returns the members that differ between the lists of EC2. */
export const ec2ListLines = (
  { operation, name, result, pages, errors }: Plan,
  fields: readonly Field[],
): readonly string[] => [
  `  name: '${name}',`,
  `  command: ${operation.name}Command,`,
  ...(fields.length > 0 ? [`  input: { ${inputLines(fields)} },`] : []),
  `  item: ${result?.factory}(),`,
  `  items: (response) => response.${result?.parent},`,
  ...(pages
    ? [`  // ${open} the greatest number of items in a response.`, `  pageSize: ${greatest(pages.size?.text)},`]
    : []),
  ...(errors ? [`  errors: ${errors.name},`] : []),
];

const greatest = (text = ''): string => {
  const [, , most = '1000'] = /between ([\d,]+) and ([\d,]+)/i.exec(text) ?? [];
  return most.replaceAll(',', '');
};
