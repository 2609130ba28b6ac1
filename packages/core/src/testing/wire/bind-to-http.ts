import type { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaTraitsObject } from '@smithy/types';

import { timeText } from './time-text.js';

/** The parts of an HTTP response that contain the members of a REST response. */
export interface BoundAnswer {
  /** The status, if a member sets it. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** The member that is the whole body, if the model has one. */
  readonly payload: { readonly schema: NormalizedSchema; readonly value: unknown } | undefined;
  /** The members in the body, if the model has any. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Distributes the members of a REST response to status, headers and body. */
export const bindToHttp = (output: NormalizedSchema, value: Readonly<Record<string, unknown>>): BoundAnswer => {
  let status: number | undefined;
  let payload: BoundAnswer['payload'];
  let body: Record<string, unknown> | undefined;
  const headers: Record<string, string> = {};
  for (const [name, schema] of output.structIterator()) {
    const traits = schema.getMergedTraits();
    const member = value[name];
    if (traits.httpPayload) payload = { schema, value: member };
    else if (traits.httpResponseCode) status = member as number | undefined;
    else if (isInHeaders(traits)) Object.assign(headers, headersOf(schema, traits, member));
    else (body ??= {})[name] = member;
  }
  return { status, headers, payload, body };
};

const isInHeaders = ({ httpHeader, httpPrefixHeaders }: SchemaTraitsObject): boolean =>
  httpHeader !== undefined || httpPrefixHeaders !== undefined;

const headersOf = (
  schema: NormalizedSchema,
  traits: SchemaTraitsObject,
  value: unknown,
): Readonly<Record<string, string>> => {
  if (value === undefined) return {};
  if (traits.httpHeader) return { [traits.httpHeader.toLowerCase()]: headerText(schema, value) };
  const prefix = traits.httpPrefixHeaders?.toLowerCase() ?? '';
  return Object.fromEntries(
    Object.entries(value as object).map(([name, each]) => [prefix + name.toLowerCase(), String(each)]),
  );
};

const headerText = (schema: NormalizedSchema, value: unknown): string => {
  if (Array.isArray(value)) return value.map((each) => headerText(schema.getValueSchema(), each)).join(', ');
  if (value instanceof Date) return String(timeText(schema, value, 'http'));
  // Text with a media type, such as JSON, can contain characters that a header cannot.
  return schema.getMergedTraits().mediaType ? Buffer.from(String(value)).toString('base64') : String(value);
};
