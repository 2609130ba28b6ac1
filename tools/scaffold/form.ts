import type { AwsMember, AwsOperation } from './aws-operation.ts';
import { singular } from './names.ts';

/** The form of an operation: one resource, one resource of a request for several, or a list. */
export type Form = 'single' | 'batch' | 'listing';

/** The page tokens and the page size of a list. */
export interface Pages {
  readonly token: string;
  readonly next: string;
  readonly size: AwsMember | undefined;
}

const tokens = ['NextToken', 'Marker', 'PageToken', 'NextMarker', 'ContinuationToken'];
const sizes = ['MaxResults', 'MaxRecords', 'MaxItems', 'PageSize', 'Limit'];
const upper = (name: string): string => name.replace(/^./, (letter) => letter.toUpperCase());

export const isToken = ({ name }: AwsMember): boolean => tokens.includes(upper(name));
const isSize = ({ name, schema }: AwsMember): boolean => sizes.includes(upper(name)) && schema.isNumericSchema();

/** Members that the function's input does not have: core sends them, or they are for several resources. */
export const hiddenMembers = (operation: AwsOperation, form: Form): readonly string[] =>
  operation.input
    .filter(
      (member) =>
        member.name === 'DryRun' ||
        (pagesOf(operation) && (isToken(member) || isSize(member))) ||
        (form === 'batch' && member.name === 'Filters'),
    )
    .map(({ name }) => name);

/** Determines the form of an operation from its input and output. */
export const formOf = (
  operation: AwsOperation,
  { ids, pages, asListing }: { ids: AwsMember | undefined; pages: Pages | undefined; asListing: boolean },
): Form => {
  if (operation.output.some(({ schema }) => schema.isStreaming() && schema.isStructSchema())) {
    throw new Error(`${operation.name} returns a stream of events: no form of operation reads it.`);
  }
  const lists = ownOutput(operation).filter(isStructures);
  if (asListing && !(lists.length > 0 && /^(Describe|Get|List|Search)/.test(operation.name))) {
    throw new Error(`${operation.name} does not list structures: it has no listing.`);
  }
  if (asListing || (lists.length > 0 && ((pages && !ids) || operation.name.startsWith('List')))) return 'listing';
  return ids ? 'batch' : 'single';
};

/** Finds the page tokens and the page size of the list that an operation returns. */
export const pagesOf = ({ input, output }: AwsOperation): Pages | undefined => {
  for (const token of input.filter(isToken)) {
    const names = [upper(token.name), `Next${upper(token.name)}`];
    const next = output.find(({ name, schema }) => names.includes(upper(name)) && schema.isStringSchema());
    if (next) return { token: token.name, next: next.name, size: input.find(isSize) };
  }
  return undefined;
};

/** Finds the list of IDs, if the response contains the ID of each item, or has no items. */
export const idsOf = (operation: AwsOperation, noun: string): AwsMember | undefined => {
  const own = ownOutput(operation);
  const [items] = own.filter(isStructures);
  if (own.length > 0 && !items) return undefined;
  const returned = items ? operation.membersOf(items.schema.getValueSchema()).map(({ name }) => name) : [];
  const lists = operation.input.filter(
    ({ name, schema }) => schema.isListSchema() && schema.getValueSchema().isStringSchema() && /Ids$/.test(name),
  );
  return (
    lists.find(({ name }) => name === `${singular(noun)}Ids` && (!items || returned.includes(singular(name)))) ??
    lists.find(({ name }) => returned.includes(singular(name)))
  );
};

/** Whether a member is a list of structures. */
export const isStructures = ({ schema }: AwsMember): boolean =>
  schema.isListSchema() && schema.getValueSchema().isStructSchema();

/** Returns the members of a response without those for its success and its next page. */
export const ownOutput = ({ output }: AwsOperation): readonly AwsMember[] =>
  output.filter((member) => !isToken(member) && !['Return', 'IsTruncated'].includes(member.name));
