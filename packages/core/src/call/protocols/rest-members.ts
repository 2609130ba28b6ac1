import { NormalizedSchema } from '@smithy/core/schema';

/** The place of a member in a request or a response. */
export type Place = 'payload' | 'label' | 'header' | 'prefix' | 'query' | 'queries' | 'status' | 'document';

/** The traits of a member that decide where it is, and in which form. */
interface RestTraits {
  readonly httpPayload?: unknown;
  readonly httpLabel?: unknown;
  readonly httpHeader?: string;
  readonly httpPrefixHeaders?: string;
  readonly httpQuery?: string;
  readonly httpQueryParams?: unknown;
  readonly httpResponseCode?: unknown;
  readonly mediaType?: string;
  readonly streaming?: unknown;
}

/** A member of a REST operation. */
export interface RestMember {
  readonly name: string;
  readonly schema: NormalizedSchema;
  readonly traits: RestTraits;
  readonly place: Place;
}

const placeOf = (traits: RestTraits): Place => {
  if (traits.httpPayload) return 'payload';
  if (traits.httpLabel) return 'label';
  if (traits.httpHeader) return 'header';
  if (typeof traits.httpPrefixHeaders === 'string') return 'prefix';
  if (traits.httpQuery) return 'query';
  if (traits.httpQueryParams) return 'queries';
  return traits.httpResponseCode ? 'status' : 'document';
};

/** Returns the members of an input or an output. */
export const restMembers = (schema: NormalizedSchema): readonly RestMember[] =>
  schema.isStructSchema()
    ? [...schema.structIterator()].map(([name, member]) => {
        const traits = member.getMergedTraits() as RestTraits;
        return { name, schema: member, traits, place: placeOf(traits) };
      })
    : [];

/** Returns a schema with some of the members of a structure. */
export const schemaOf = (schema: NormalizedSchema, members: readonly RestMember[]): NormalizedSchema => {
  const [, namespace, name] = schema.getSchema() as readonly unknown[];
  const names = members.map((member) => member.name);
  const schemas = members.map((member) => member.schema);
  return NormalizedSchema.of([3, namespace, name, schema.getMergedTraits(), names, schemas] as never);
};

/** Whether a member is one text, number or boolean. The SDK converts these with `String`. */
export const isPlain = ({ schema, traits }: RestMember): boolean =>
  traits.mediaType === undefined &&
  (schema.isStringSchema() ||
    schema.isBooleanSchema() ||
    (schema.isNumericSchema() && !schema.isBigIntegerSchema() && !schema.isBigDecimalSchema()));
