import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { AwsMember, AwsOperation, SdkSchema } from './aws-operation.ts';
import { camel, kebab, pascal, plural, singular, wordsOf } from './names.ts';
import {
  type KnownId,
  knownErrors,
  knownId,
  type KnownResource,
  knownResource,
  type ServiceConstant,
  serviceConstant,
} from './service-constant.ts';

/** What an operation of AWS becomes. */
export interface Plan {
  readonly operation: AwsOperation;
  readonly service: ServiceConstant;
  /** One thing, one of the many that AWS takes at once, or a list. */
  readonly form: 'single' | 'batch' | 'listing';
  /** e.g. `describeInstance`. */
  readonly name: string;
  readonly file: string;
  /** AWS's list of IDs, of which our function takes one. */
  readonly ids: AwsMember | undefined;
  /** The member that a plain string stands for. */
  readonly key: string | undefined;
  readonly knownId: KnownId | undefined;
  readonly errors: { readonly name: string; readonly from: string } | undefined;
  readonly members: readonly AwsMember[];
  readonly pages: { readonly token: string; readonly next: string; readonly size: AwsMember | undefined } | undefined;
  readonly result: Result | undefined;
}

/** What the function gives: a structure of AWS's answer. */
export interface Result extends KnownResource {
  /** AWS's name of the structure, e.g. `Instance`. */
  readonly structure: string;
  readonly members: readonly AwsMember[];
  /** The answer's member that holds it; nothing where the answer is it. */
  readonly within: string | undefined;
  /** Whether the package reads the structure already. */
  readonly known: boolean;
}

const tokens = ['NextToken', 'Marker', 'PageToken'];
const sizes = ['MaxResults', 'MaxRecords', 'MaxItems', 'PageSize'];
const never = ['DryRun', ...tokens, ...sizes];
const fold = (name: string): string => name.replace(/^./, (letter) => letter.toUpperCase());

/** Decides what an operation becomes. */
export const planOperation = (
  packageFolder: string,
  folder: string,
  operation: AwsOperation,
  asListing: boolean,
): Plan => {
  const service = serviceConstant(packageFolder, operation.client);
  const pages = pagesOf(operation);
  const noun = wordsOf(operation.name).slice(1).join('');
  const ids = idsOf(operation, noun);
  const form = formOf(operation, { ids, pages, asListing });
  const name = nameOf(operation, form, noun);
  const keyMember =
    form === 'single'
      ? operation.input.find(
          ({ name: each, required, schema }) =>
            required && schema.isStringSchema() && /(Id|Name|Arn|Identifier)$/.test(each),
        )
      : undefined;
  const key = form === 'batch' && ids ? camel(singular(ids.name)) : keyMember && camel(keyMember.name);
  const left = form === 'batch' ? [...never, 'Filters', ids?.name] : [...never, ids?.name];
  return {
    operation,
    service,
    form,
    name,
    file: kebab(name),
    ids,
    key,
    knownId: key === undefined ? undefined : knownId(packageFolder, key),
    errors: key === undefined ? undefined : knownErrors(packageFolder, key),
    members: operation.input.filter((member) => !left.includes(fold(member.name)) && !left.includes(member.name)),
    pages: form === 'listing' ? pages : undefined,
    result: resultOf({ packageFolder, folder, operation, form, noun }),
  };
};

const formOf = (
  operation: AwsOperation,
  { ids, pages, asListing }: Pick<Plan, 'ids' | 'pages'> & { readonly asListing: boolean },
): Plan['form'] => {
  const answersMany = ownOutput(operation).some(isStructures);
  if (asListing && !(answersMany && /^(Describe|Get|List|Search)/.test(operation.name))) {
    throw new Error(`${operation.name} does not list structures: it has no listing.`);
  }
  if (asListing || (answersMany && ((pages && !ids) || operation.name.startsWith('List')))) return 'listing';
  return ids ? 'batch' : 'single';
};

const pagesOf = ({ input, output }: AwsOperation): Plan['pages'] => {
  const token = input.find(({ name }) => tokens.includes(fold(name)));
  if (!token) return undefined;
  const next = output.find(({ name }) => fold(name) === fold(token.name) || fold(name) === `Next${fold(token.name)}`);
  return next && { token: token.name, next: next.name, size: input.find(({ name }) => sizes.includes(fold(name))) };
};

/** The list of IDs of which AWS's answer tells each apart, or says nothing at all. */
const idsOf = (operation: AwsOperation, noun: string): AwsMember | undefined => {
  const own = ownOutput(operation);
  const [items] = own.filter(isStructures);
  if (own.length > 0 && !items) return undefined;
  const answered = items ? operation.membersOf(items.schema.getValueSchema()).map(({ name }) => name) : [];
  const lists = operation.input.filter(
    ({ name, schema }) => schema.isListSchema() && schema.getValueSchema().isStringSchema() && /Ids$/.test(name),
  );
  return (
    lists.find(({ name }) => name === `${singular(noun)}Ids`) ??
    lists.find(({ name }) => answered.includes(singular(name)))
  );
};

const isStructures = ({ schema }: AwsMember): boolean =>
  schema.isListSchema() && schema.getValueSchema().isStructSchema();

/** What an answer holds, without what only says that it is one or that there is more. */
const ownOutput = ({ output }: AwsOperation): readonly AwsMember[] =>
  output.filter(({ name }) => !tokens.includes(fold(name)) && name !== 'Return');

const nameOf = ({ name, output }: AwsOperation, form: Plan['form'], noun: string): string => {
  if (form === 'listing') return `list${pascal(plural(noun))}`;
  const takesMany = form === 'batch' || output.some((member) => member.schema.isListSchema() && member.name === noun);
  return camel(takesMany ? singular(name) : name);
};

interface Looked {
  readonly packageFolder: string;
  readonly folder: string;
  readonly operation: AwsOperation;
  readonly form: Plan['form'];
  readonly noun: string;
}

const resultOf = (looked: Looked): Result | undefined => {
  const { packageFolder, folder, operation, noun } = looked;
  const { output, answer, membersOf, exports } = operation;
  const item = itemOf(looked);
  if (!item && ownOutput(operation).length === 0) return undefined;
  const schema: SdkSchema | undefined = item?.schema.isListSchema() ? item.schema.getValueSchema() : item?.schema;
  const structure = schema?.getName() ?? answer;
  if (!(`${structure}$` in exports)) throw new Error(`${operation.client} exports no structure ${structure}$.`);
  const known = knownResource(packageFolder, folder, structure);
  const taken = (type: string): boolean => existsSync(join(packageFolder, 'src', folder, `${kebab(type)}.ts`));
  const wished = !item && /^(Get|Describe)/.test(operation.name) ? pascal(singular(noun)) : pascal(structure);
  const type = taken(wished) ? pascal(structure) : wished;
  const fresh = { type, factory: camel(type), from: `./${kebab(type)}.js` };
  const members = schema ? membersOf(schema) : output;
  return { structure, members, within: item?.name, known: known !== undefined, ...(known ?? fresh) };
};

/** The answer's member that holds what the function gives, where one does. */
const itemOf = ({ operation, form, noun }: Looked): AwsMember | undefined => {
  const own = ownOutput(operation);
  const lists = own.filter(isStructures);
  if (form !== 'single') return lists.find(({ name }) => name === noun) ?? lists[0];
  return own.length === 1 && own[0]?.schema.isStructSchema() ? own[0] : undefined;
};
