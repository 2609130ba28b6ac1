import type { AwsMember } from './aws-operation.ts';
import { camel } from './names.ts';
import type { Plan } from './plan.ts';
import { inputShape } from './shape.ts';
import { open, said } from './text.ts';

/** A member of our input. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly zod: string;
  readonly required: boolean;
  readonly doc: string;
  /** What `request` says for it, where AWS shapes it otherwise. */
  readonly request?: string | undefined;
  readonly aws: AwsMember;
}

/** The members of an input: what identifies first, then what is required. */
export const fieldsOf = ({ operation, form, ids, key, knownId, members }: Plan): readonly Field[] => {
  const list = form === 'batch' && ids ? [idField(key ?? '', knownId?.sample, ids)] : [];
  return [
    ...list,
    ...members.map((member): Field => {
      const name = camel(member.name);
      const special = specialField(member);
      if (special) return special;
      if (name === key && knownId) return idField(key, knownId.sample, member);
      const { type, zod, open: undecided } = inputShape(member, operation);
      const doc = `${open} what it means${undecided ? `; ${undecided}` : ''}.${said(member.text)}`;
      return { name, type, zod, required: member.required, doc, aws: member };
    }),
  ].sort((one, other) => Number(other.required) - Number(one.required));
};

const idField = (name: string, sample: string | undefined, aws: AwsMember): Field => {
  const base = { name, type: 'string', required: true, aws };
  if (sample !== undefined) return { ...base, zod: `${name}()`, doc: `e.g. \`${sample}\`.` };
  return {
    ...base,
    zod: 'z.string()',
    doc: `${open} its format, e.g. ec2Id('vol') in a file of clients/.${said(aws.text)}`,
  };
};

const tagged = { name: 'tags', type: 'Tags', zod: 'tagRecord()' };

/** Members that are the same everywhere. */
const specialField = (member: AwsMember): Field | undefined => {
  const { name, schema, required } = member;
  const base = { required, aws: member };
  if (name === 'Filters' && schema.isListSchema()) {
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
  if (name === 'Tags' && schema.isListSchema()) {
    const doc = 'At most 50: keys of 1–128 characters that do not begin with `aws:`, values of 0–256.';
    return { ...base, ...tagged, doc, request: 'Tags: tags && toTagList(tags)' };
  }
  if (name === 'TagSpecifications') {
    const doc = `${open} AWS's resource type in request. Put on what is made; at most 50.`;
    const request = `TagSpecifications: tags && [{ ResourceType: undefined, Tags: toTagList(tags) }]`;
    return { ...base, ...tagged, doc, request };
  }
  if (!schema.isIdempotencyToken()) return undefined;
  const doc = `${open} its length. Makes the call idempotent: the same token never does it twice. Default: one of our own for each call.`;
  return { ...base, name: camel(name), type: 'string', zod: 'z.string()', required: false, doc };
};
