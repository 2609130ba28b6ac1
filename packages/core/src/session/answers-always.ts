import { NormalizedSchema } from '@smithy/core/schema';

import type { SentOperation } from './sent-operation.js';

/** The query protocols put a document into every answer, also into those without members. */
const query = new Set(['aws.protocols#ec2Query', 'aws.protocols#awsQuery']);

const known = new WeakMap<object, boolean>();

/**
 * Whether an operation's answer always has a body: one that has none is then a broken answer, which the SDK would take for one without
 * members.
 */
export const answersAlways = (operation: SentOperation | undefined, status: number): boolean => {
  if (!operation || status >= 300) return false;
  if (query.has(operation.protocol)) return true;
  // A structure, or a function that gives one; a word for none at all.
  const output = operation.schema[5] as object | string | undefined;
  if (status === 204 || output === undefined || typeof output === 'string') return false;
  let always = known.get(output);
  if (always === undefined) known.set(output, (always = hasDocument(NormalizedSchema.of(output as never))));
  return always;
};

/** Whether a member stands in a document: neither in a header nor as bytes or text that may be empty. */
const hasDocument = (schema: NormalizedSchema): boolean =>
  schema.isStructSchema() &&
  [...schema.structIterator()].some(([, member]) => {
    const { httpHeader, httpPrefixHeaders, httpResponseCode, httpPayload } = member.getMergedTraits();
    if (httpHeader || httpPrefixHeaders || httpResponseCode || member.isStreaming()) return false;
    return !httpPayload || member.isStructSchema();
  });
