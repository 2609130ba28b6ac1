import type { NormalizedSchema } from '@smithy/core/schema';

/** How the text of an element becomes a value. */
export type Scalar = 'string' | 'number' | 'boolean' | 'time' | 'other';

/** How an element is read: compiled once from the SDK's schema of it. */
export type Plan =
  | { readonly kind: 'scalar'; readonly scalar: Scalar; readonly schema: NormalizedSchema }
  | StructurePlan
  | { readonly kind: 'list'; readonly item: LazyPlan; readonly itemName: string }
  | { readonly kind: 'map'; readonly keyName: string; readonly valueName: string; readonly value: LazyPlan };

/** How a structure is read. */
export interface StructurePlan {
  readonly kind: 'structure';
  readonly members: ReadonlyMap<string, MemberPlan>;
  readonly attributes: boolean;
  /** The member that came first the last time: AWS writes members in a stable order, so it is tried before it is looked up. */
  first: MemberPlan | undefined;
}

/** A member of a structure. */
export interface MemberPlan {
  /** The SDK's name of the member. */
  readonly name: string;
  /** The name of its element. */
  readonly element: string;
  /** The member that followed the last time. */
  next: MemberPlan | undefined;
  readonly plan: LazyPlan;
  /** A list or map whose items stand directly in the structure. */
  readonly flat: boolean;
  readonly attribute: boolean;
}

/** A plan that is compiled when it is first needed: schemas may contain themselves. */
export type LazyPlan = () => Plan;

interface Traits {
  readonly xmlName?: string;
  readonly xmlFlattened?: unknown;
  readonly xmlAttribute?: unknown;
  readonly httpPayload?: unknown;
  readonly mediaType?: string;
}

const cache = new WeakMap<object, Plan>();

/** The plan of a schema. */
export const planOf = (schema: NormalizedSchema): Plan => {
  const key: unknown = schema.getSchema();
  if (typeof key !== 'object' || key === null) return compile(schema);
  let plan = cache.get(key);
  if (!plan) cache.set(key, (plan = compile(schema)));
  return plan;
};

/** Whether the reader knows everything that a schema can hold: unions and documents stay with the SDK. */
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
  // Bounds of the fast path: dates in the SDK's default form only; big numbers are the SDK's own types.
  if (schema.isTimestampSchema()) return [4, 5].includes(schema.getSchema() as number) ? 'time' : 'other';
  return schema.getSchema() === 1 ? 'number' : 'other';
};
