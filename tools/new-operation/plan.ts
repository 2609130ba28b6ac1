import type { AwsMember, AwsOperation } from './aws-operation.ts';
import { type Form, formOf, hiddenMembers, idsOf, type Pages, pagesOf } from './form.ts';
import { type KnownErrors, knownErrors, type KnownId, knownId, surroundingsOf } from './known.ts';
import { exportedByLayer } from './modules.ts';
import { camel, kebab, singular, wordsOf } from './names.ts';
import { nameOf } from './operation-name.ts';
import type { Place } from './place.ts';
import { type Result, resultOf } from './result.ts';
import { type ServiceConstant, serviceConstant } from './service-constant.ts';

/** What an operation of AWS becomes. */
export interface Plan {
  readonly operation: AwsOperation;
  readonly service: ServiceConstant;
  readonly form: Form;
  /** e.g. `describeInstance`. */
  readonly name: string;
  readonly file: string;
  /** AWS's list of IDs, of which our function takes one. */
  readonly ids: AwsMember | undefined;
  /** The member that identifies, e.g. `instanceId`. */
  readonly key: string | undefined;
  /** Whether a plain string stands for the whole input: nothing else is required. */
  readonly takesString: boolean;
  readonly knownId: KnownId | undefined;
  readonly errors: KnownErrors | undefined;
  readonly members: readonly AwsMember[];
  readonly pages: Pages | undefined;
  readonly result: Result | undefined;
}

/** Decides what an operation becomes. */
export const planOperation = (place: Place, operation: AwsOperation, asListing: boolean): Plan => {
  const service = serviceConstant(place, operation);
  const surroundings = surroundingsOf(place, service.folder);
  const taken = exportedByLayer(place);
  const pages = pagesOf(operation);
  const noun = wordsOf(operation.name).slice(1).join('');
  const ids = idsOf(operation, noun);
  const form = formOf(operation, { ids, pages, asListing });
  const name = nameOf({ place, operation, form, noun, taken });
  const left = [...hiddenMembers(operation, form), ids?.name];
  const members = operation.input.filter((member) => !left.includes(member.name));
  const keyMember = form === 'single' ? members.find(identifies) : undefined;
  const key = form === 'batch' && ids ? camel(singular(ids.name)) : keyMember && camel(keyMember.name);
  return {
    operation,
    service,
    form,
    name,
    file: kebab(name),
    ids,
    key,
    takesString: key !== undefined && members.every((member) => !member.required || member === keyMember),
    knownId: key === undefined ? undefined : knownId(surroundings, key),
    errors: key === undefined ? undefined : knownErrors(surroundings, key),
    members,
    pages: form === 'listing' ? pages : undefined,
    result: resultOf({ place, surroundings, operation, form, noun, name, taken }),
  };
};

const identifies = ({ name, required, schema }: AwsMember): boolean =>
  required && schema.isStringSchema() && /(Id|Name|Arn|Identifier|Url|^Bucket)$/.test(name);
