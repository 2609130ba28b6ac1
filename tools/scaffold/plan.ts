import type { AwsMember, AwsOperation } from './aws-operation.ts';
import { type Form, formOf, hiddenMembers, idsOf, type Pages, pagesOf } from './form.ts';
import { type KnownErrors, knownErrors, type KnownId, knownId, surroundingsOf } from './known.ts';
import { exportedByLayer } from './modules.ts';
import { camel, kebab, singular, wordsOf } from './names.ts';
import { nameOf } from './operation-name.ts';
import type { Place } from './place.ts';
import { type Result, resultOf } from './result.ts';
import { type ServiceConstant, serviceConstant } from './service-constant.ts';

/** The plan of a function for an AWS operation. */
export interface Plan {
  readonly operation: AwsOperation;
  readonly service: ServiceConstant;
  readonly form: Form;
  /** The name of the function, e.g. `describeInstance`. */
  readonly name: string;
  readonly file: string;
  /** AWS's list of IDs. The function accepts one ID. */
  readonly ids: AwsMember | undefined;
  /** The member that identifies the resource, e.g. `instanceId`. */
  readonly key: string | undefined;
  /** Whether a string is accepted as the whole input, because no other member is required. */
  readonly takesString: boolean;
  readonly knownId: KnownId | undefined;
  readonly errors: KnownErrors | undefined;
  readonly members: readonly AwsMember[];
  readonly pages: Pages | undefined;
  readonly result: Result | undefined;
}

/** Makes the plan for an operation. */
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
