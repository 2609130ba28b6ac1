import type { NormalizedSchema } from '@smithy/core/schema';

import { encodeDisposition } from './encode-disposition.js';
import { encodeMetadata } from './encode-metadata.js';
import { checkHeaderText, type HeaderPlace } from './check-header-text.js';
import { type HeaderMember, httpMembersOf } from './http-members.js';

/** A request in AWS's words. */
type Wire = Readonly<Record<string, unknown>>;

/** Whose request it is, and what its caller calls the members that AWS calls otherwise. */
export interface RequestNames {
  readonly operation: string;
  readonly nameOf: (awsName: string) => string;
}

/** Checks the texts of a request that go out as headers, and encodes those that can be: HTTP has ASCII in headers, and one line. */
export const encodeHeaders = (schema: NormalizedSchema, wire: Wire, names: RequestNames): Wire => {
  let encoded: Record<string, unknown> | undefined;
  for (const header of httpMembersOf(schema).headers) {
    const value = wire[header.name];
    if (value === undefined || value === null) continue;
    const sent = encodeHeader(header, value, names);
    if (sent !== value) (encoded ??= { ...wire })[header.name] = sent;
  }
  return encoded ?? wire;
};

const encodeHeader = (
  { kind, name: awsName, isSensitive }: HeaderMember,
  value: unknown,
  { operation, nameOf }: RequestNames,
): unknown => {
  const place: HeaderPlace = { operation, awsName, member: () => nameOf(awsName), isSensitive };
  if (kind === 'metadata') return encodeMetadata(value, place);
  if (typeof value === 'string') return encodeText(kind, value, place);
  if (Array.isArray(value)) for (const each of value) if (typeof each === 'string') checkHeaderText(each, place);
  return value;
};

const encodeText = (kind: HeaderMember['kind'], value: string, place: HeaderPlace): string => {
  const text = kind === 'disposition' ? encodeDisposition(value) : value;
  checkHeaderText(text, place);
  return text;
};
