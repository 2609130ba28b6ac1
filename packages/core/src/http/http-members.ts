import type { NormalizedSchema } from '@smithy/core/schema';

import { membersOf } from '../schema/structure.js';

/** A member of a request that goes out as a header. */
export interface HeaderMember {
  /** AWS's name of it. */
  readonly name: string;
  /** One header, a header with a file name, or a record of headers of which the user chooses the names. */
  readonly kind: 'text' | 'disposition' | 'metadata';
  readonly isSensitive: boolean;
}

/** The members of a request that do not go out in a document. */
export interface HttpMembers {
  readonly headers: readonly HeaderMember[];
  /** AWS's names of members that may be streams. */
  readonly streams: readonly string[];
}

const cache = new WeakMap<object, HttpMembers>();

/** Finds in the SDK's schema of a request which members are headers. Requests of other protocols than REST have none. */
export const httpMembersOf = (schema: NormalizedSchema): HttpMembers => {
  const key = schema.getSchema() as object;
  const known = cache.get(key);
  if (known) return known;
  const members = [...membersOf(schema).values()];
  const found: HttpMembers = {
    headers: members.flatMap(({ name, schema: member }) => headerMember(name, member) ?? []),
    streams: members.flatMap(({ name, schema: member }) => (member.getMergedTraits().streaming ? name : [])),
  };
  cache.set(key, found);
  return found;
};

/** The SDK writes these in base64 itself, whatever they hold. */
const encodedBySdk = /SSECustomerKey$/;

const headerMember = (name: string, schema: NormalizedSchema): HeaderMember | undefined => {
  const { httpHeader, httpPrefixHeaders, httpQuery, mediaType, sensitive } = schema.getMergedTraits();
  const isSensitive = sensitive !== undefined;
  if (httpPrefixHeaders !== undefined) return { name, kind: 'metadata', isSensitive };
  // S3 answers these as headers.
  const isHeader = httpHeader !== undefined || httpQuery?.startsWith('response-');
  const isText = schema.isStringSchema() || schema.isListSchema();
  // What has a media type goes out in base64.
  if (!isHeader || !isText || mediaType !== undefined || encodedBySdk.test(name)) return undefined;
  return { name, kind: name.endsWith('ContentDisposition') ? 'disposition' : 'text', isSensitive };
};
