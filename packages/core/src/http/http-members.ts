import type { NormalizedSchema } from '@smithy/core/schema';

import { membersOf } from '../schema/structure.js';

/** A request member that is sent as a header. */
export interface HeaderMember {
  /** AWS's name of the member. */
  readonly name: string;
  /** `text`: one header. `disposition`: a header with a file name. `metadata`: a record of headers with user-defined names. */
  readonly kind: 'text' | 'disposition' | 'metadata';
  readonly isSensitive: boolean;
}

/** The request members that are not sent in a document. */
export interface HttpMembers {
  readonly headers: readonly HeaderMember[];
  /** AWS's names of members that may be streams. */
  readonly streams: readonly string[];
}

const cache = new WeakMap<object, HttpMembers>();

/** Finds the header and stream members in the SDK's schema of a request. Only REST protocols have header members. */
export const httpMembersOf = (schema: NormalizedSchema): HttpMembers => {
  const key: unknown = schema.getSchema();
  // An operation without input has the text `unit` as its schema.
  if (typeof key !== 'object' || key === null) return { headers: [], streams: [] };
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

/** The SDK always encodes these in base64. */
const encodedBySdk = /SSECustomerKey$/;

const headerMember = (name: string, schema: NormalizedSchema): HeaderMember | undefined => {
  const { httpHeader, httpPrefixHeaders, httpQuery, mediaType, sensitive } = schema.getMergedTraits();
  const isSensitive = sensitive !== undefined;
  if (httpPrefixHeaders !== undefined) return { name, kind: 'metadata', isSensitive };
  // S3 returns these as headers of the response.
  const isHeader = httpHeader !== undefined || httpQuery?.startsWith('response-');
  const isText = schema.isStringSchema() || schema.isListSchema();
  // Members with a media type are sent in base64.
  if (!isHeader || !isText || mediaType !== undefined || encodedBySdk.test(name)) return undefined;
  return { name, kind: name.endsWith('ContentDisposition') ? 'disposition' : 'text', isSensitive };
};
