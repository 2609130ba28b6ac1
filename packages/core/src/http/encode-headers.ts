import type { NormalizedSchema } from '@smithy/core/schema';

import { encodeDisposition } from './encode-disposition.js';
import { encodeMetadata } from './encode-metadata.js';
import { checkHeaderText, type HeaderPlace } from './check-header-text.js';
import { type HeaderMember, httpMembersOf } from './http-members.js';

/** A request with AWS's member names. */
type AwsRequest = Readonly<Record<string, unknown>>;

/** The function of a request, and the names that its caller uses for AWS's members. */
export interface RequestNames {
  readonly operation: string;
  readonly nameOf: (awsName: string) => string;
}

/** Checks the texts of a request that are sent as headers, which must be one line of ASCII. Encodes metadata and file names. */
export const encodeHeaders = (schema: NormalizedSchema, request: AwsRequest, names: RequestNames): AwsRequest => {
  let encoded: Record<string, unknown> | undefined;
  for (const header of httpMembersOf(schema).headers) {
    const value = request[header.name];
    if (value === undefined || value === null) continue;
    const sent = encodeHeader(header, value, names);
    if (sent !== value) (encoded ??= { ...request })[header.name] = sent;
  }
  return encoded ?? request;
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
