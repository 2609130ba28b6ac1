import type { NormalizedSchema } from '@smithy/core/schema';

/** Type of a value that is read from the text of an element. */
export type Scalar = 'string' | 'number' | 'boolean' | 'time' | 'other';

/** Instructions to read an element, compiled once from its SDK schema. */
export type Plan =
  | { readonly kind: 'scalar'; readonly scalar: Scalar; readonly schema: NormalizedSchema }
  | StructurePlan
  | { readonly kind: 'list'; readonly item: LazyPlan; readonly itemName: string }
  | { readonly kind: 'map'; readonly keyName: string; readonly valueName: string; readonly value: LazyPlan };

/** Instructions to read a structure. */
export interface StructurePlan {
  readonly kind: 'structure';
  readonly members: ReadonlyMap<string, MemberPlan>;
  readonly attributes: boolean;
  /** The first member of the last structure. AWS writes members in a stable order, so it is tried before a lookup. */
  first: MemberPlan | undefined;
}

/** A member of a structure. */
export interface MemberPlan {
  /** The SDK's name of the member. */
  readonly name: string;
  /** The name of the XML element. */
  readonly element: string;
  /** The member that followed in the last structure. */
  next: MemberPlan | undefined;
  readonly plan: LazyPlan;
  /** Whether the items of the list or map are direct children of the structure. */
  readonly flat: boolean;
  readonly attribute: boolean;
}

/** Returns a plan that is compiled at its first use, because schemas may be recursive. */
export type LazyPlan = () => Plan;

interface Traits {
  readonly xmlName?: string;
  readonly xmlFlattened?: unknown;
  readonly xmlAttribute?: unknown;
  readonly httpPayload?: unknown;
  readonly mediaType?: string;
}

const cache = new WeakMap<object, Plan>();

/** Returns the plan of a schema. */
export const planOf = (schema: NormalizedSchema): Plan => {
  const key: unknown = schema.getSchema();
  if (typeof key !== 'object' || key === null) return compile(schema);
  let plan = cache.get(key);
  if (!plan) cache.set(key, (plan = compile(schema)));
  return plan;
};

/** Whether the reader supports all types in a schema. The SDK reads unions and documents. */
export const isReadable = (schema: NormalizedSchema, seen: Set<unknown> = new Set()): boolean => {
  const key: unknown = schema.getSchema();
  if (seen.has(key)) return true;
  seen.add(key);
  if (schema.isUnionSchema() || schema.isDocumentSchema()) return false;
  if (schema.isListSchema() || schema.isMapSchema()) return isReadable(schema.getValueSchema(), seen);
  return !schema.isStructSchema() || [...schema.structIterator()].every(([, member]) => isReadable(member, seen));
};

const compile = (schema: NormalizedSchema): Plan => {
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    return { kind: 'list', item: lazy(item), itemName: traitsOf(item).xmlName ?? 'member' };
  }
  if (schema.isMapSchema()) {
    const value = schema.getValueSchema();
    const keyName = traitsOf(schema.getKeySchema()).xmlName ?? 'key';
    return { kind: 'map', keyName, valueName: traitsOf(value).xmlName ?? 'value', value: lazy(value) };
  }
  if (!schema.isStructSchema()) return { kind: 'scalar', scalar: scalarOf(schema), schema };
  const members = [...schema.structIterator()].map(([name, member]) => memberPlan(name, member));
  const attributes = members.some(({ attribute }) => attribute);
  return {
    kind: 'structure',
    members: new Map(members.map((member) => [member.element, member])),
    attributes,
    first: undefined,
  };
};

const memberPlan = (name: string, member: NormalizedSchema): MemberPlan => {
  const { xmlFlattened, xmlAttribute } = traitsOf(member);
  return {
    name,
    element: elementName(name, member),
    next: undefined,
    plan: lazy(member),
    flat: Boolean(xmlFlattened),
    attribute: Boolean(xmlAttribute),
  };
};

const traitsOf = (schema: NormalizedSchema): Traits => schema.getMergedTraits() as Traits;

const elementName = (name: string, member: NormalizedSchema): string => {
  if (traitsOf(member).httpPayload) return traitsOf(member).xmlName ?? member.getName() ?? name;
  return (member.getMemberTraits() as Traits).xmlName ?? name;
};

const lazy = (schema: NormalizedSchema): LazyPlan => {
  let plan: Plan | undefined;
  return () => (plan ??= planOf(schema));
};

const scalarOf = (schema: NormalizedSchema): Scalar => {
  if (schema.isStringSchema()) return traitsOf(schema).mediaType ? 'other' : 'string';
  if (schema.isBooleanSchema()) return 'boolean';
  // The fast path reads dates in the SDK's default format only. Big numbers have types of the SDK.
  if (schema.isTimestampSchema()) return [4, 5].includes(schema.getSchema() as number) ? 'time' : 'other';
  return schema.getSchema() === 1 ? 'number' : 'other';
};
