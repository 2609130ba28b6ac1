import type { AwsMember, AwsOperation } from './aws-operation.ts';
import type { KnownId } from './known.ts';
import { camel } from './names.ts';
import type { Plan } from './plan.ts';
import { inputShape, isFilterList, isTagList } from './shape.ts';
import { open, said } from './text.ts';

/** A member of the function's input. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly zod: string;
  readonly required: boolean;
  readonly doc: string;
  /** The text in `request`, if AWS's member has another form. */
  readonly request?: string | undefined;
  readonly aws: AwsMember;
}

/** Returns the members of an input: first the identifying member, then the required members. */
export const fieldsOf = ({ operation, form, ids, key, knownId, members }: Plan): readonly Field[] => {
  const list = form === 'batch' && ids ? [idField(key ?? '', knownId, ids)] : [];
  return [
    ...list,
    ...members.map((member): Field => {
      const name = camel(member.name);
      const special = specialField(member, operation);
      if (special) return special;
      if (name === key && knownId) return idField(key, knownId, member);
      const { type, zod, open: undecided } = inputShape(member, operation);
      const doc = `${open} what it means${undecided ? `; ${undecided}` : ''}.${said(member.text)}`;
      return { name, type, zod, required: member.required, doc, aws: member };
    }),
  ].sort((one, other) => Number(other.required) - Number(one.required));
};

const idField = (name: string, known: KnownId | undefined, aws: AwsMember): Field => {
  const base = { name, type: 'string', required: true, aws };
  if (known) return { ...base, zod: `${known.name}()`, doc: `e.g. \`${known.sample}\`.` };
  return {
    ...base,
    zod: 'z.string()',
    doc: `${open} its format, as a check in packages/services, e.g. ec2Id('vol').${said(aws.text)}`,
  };
};

const tagged = { name: 'tags', type: 'Tags', zod: 'tagRecord()' };

/** Members that are the same in all operations. */
const specialField = (member: AwsMember, operation: AwsOperation): Field | undefined => {
  const { name, schema, required } = member;
  const base = { required, aws: member };
  if (isFilterList(member, operation)) {
    const doc = `${open} an example. AWS's filters by name, e.g. \`{ 'tag:team': 'web' }\`.`;
    return {
      ...base,
      name: 'filters',
      type: 'Filters',
      zod: 'filterRecord()',
      required: false,
      doc,
      request: 'Filters: toFilterList(filters)',
    };
  }
  if (isTagList(member, operation)) {
    const doc = 'At most 50: keys of 1–128 characters that do not begin with `aws:`, values of 0–256.';
    const request = `Tags: ${required ? '' : 'tags && '}toTagList(tags)`;
    return { ...base, ...tagged, doc, request };
  }
  if (name === 'TagSpecifications' && !operation.input.some((other) => other.name === 'Tags')) {
    const doc = `${open} AWS's resource type in request. For the new resource; at most 50.`;
    const request = `TagSpecifications: toTagSpecifications(tags, 'instance')`;
    return { ...base, ...tagged, doc, request };
  }
  if (!schema.isIdempotencyToken()) return undefined;
  const doc = `${open} its length. Makes the call idempotent: AWS does nothing for a token that it knows. Default: a new one for each call.`;
  return { ...base, name: camel(name), type: 'string', zod: 'z.string()', required: false, doc };
};
