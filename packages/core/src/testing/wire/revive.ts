import type { SentOperation } from '../../transport/sent-operation.js';
import { AnswerError } from '../answer-error.js';
import { nearestNames } from '../../schema/nearest-names.js';
import { isRecord } from './is-record.js';
import { outputSchema } from './protocol.js';
import { reviveScalar } from './revive-scalar.js';
import type { Reviving } from './reviving.js';

/** Converts an output of the AWS CLI to the SDK's form. The error names all invalid members. */
export const revive = (operation: SentOperation, output: unknown): Record<string, unknown> => {
  const problems: string[] = [];
  const value = reviveValue({
    schema: outputSchema(operation),
    value: output,
    path: '',
    serviceId: operation.serviceId,
    note: (problem, path) => problems.push(path ? `${path}: ${problem}` : problem),
  });
  if (problems.length === 0) return value as Record<string, unknown>;
  throw new AnswerError(
    `The response for ${operation.name} is not valid for AWS:\n${problems.map((each) => `- ${each}`).join('\n')}`,
  );
};

const reviveValue = (at: Reviving): unknown => {
  const { schema, value } = at;
  // In some places, the CLI prints an absent member as null. AWS omits it.
  if (value === null || value === undefined) return undefined;
  if (schema.isDocumentSchema()) return value;
  if (schema.isUnitSchema() || schema.isStructSchema()) return reviveStructure(at);
  if (schema.isListSchema()) return reviveList(at);
  if (schema.isMapSchema()) return reviveMap(at);
  return reviveScalar(at);
};

const reviveStructure = (at: Reviving): unknown => {
  const { schema, value, path } = at;
  if (!isRecord(value)) return at.note('expected an object', path);
  const members = Object.fromEntries(schema.structIterator());
  const revived: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const inside = path ? `${path}.${name}` : name;
    const memberSchema = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!memberSchema) at.note(unknownMember(name, Object.keys(members)), inside);
    else setPresent(revived, name, reviveValue({ ...at, schema: memberSchema, value: member, path: inside }));
  }
  return revived;
};

const reviveList = (at: Reviving): unknown => {
  const { schema, value, path } = at;
  if (!Array.isArray(value)) return at.note('expected a list', path);
  const item = schema.getValueSchema();
  const items = value.map((each, index) =>
    reviveValue({ ...at, schema: item, value: each, path: `${path}[${index}]` }),
  );
  // Few of AWS's lists can contain null, e.g. arrays of a database.
  if (schema.getMergedTraits().sparse) return items.map((each) => each ?? null);
  return items.filter((each) => each !== undefined);
};

const reviveMap = (at: Reviving): unknown => {
  const { schema, value, path } = at;
  if (!isRecord(value)) return at.note('expected an object', path);
  const revived: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    setPresent(
      revived,
      key,
      reviveValue({ ...at, schema: schema.getValueSchema(), value: each, path: `${path}.${key}` }),
    );
  }
  return revived;
};

const setPresent = (record: Record<string, unknown>, name: string, value: unknown): void => {
  if (value !== undefined)
    Object.defineProperty(record, name, { value, enumerable: true, writable: true, configurable: true });
};

const unknownMember = (name: string, known: readonly string[]): string => {
  if (known.length === 0) return 'AWS has no members here';
  const near = nearestNames(name, known);
  if (near.length > 0) return `AWS has no such member: did you mean ${near.join(' or ')}?`;
  const some = known.slice(0, 10).join(', ');
  return `AWS has no such member: the members are ${some}${known.length > 10 ? ` and ${known.length - 10} more` : ''}`;
};
