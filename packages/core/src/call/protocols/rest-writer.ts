import { extendedEncodeURIComponent, HttpRequest } from '@smithy/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';

import type { DirectRequest } from '../direct/direct-request.js';
import { isPlain, type RestMember, restMembers, schemaOf } from './rest-members.js';
import { unusual } from './unusual-value.js';

/** The parts of a request that do not depend on its input. */
export interface RestOperation {
  readonly input: NormalizedSchema;
  /** The method and the path with its fixed query, e.g. `/{Key+}?x-id=PutObject`. */
  readonly http: readonly [method: string, uri: string];
  /** A request with the endpoint. */
  readonly base: DirectRequest;
  readonly documents: RestDocuments;
}

/** How a REST protocol writes documents. */
export interface RestDocuments {
  /** The content type. */
  readonly type: string;
  /** Returns the function that writes documents of a schema. `undefined` if the SDK writes them. */
  readonly writerOf?: (schema: NormalizedSchema) => (value: unknown) => string;
  /** A document without members. `undefined` if none is sent. */
  readonly empty?: string;
}

/** A request in progress. */
interface Draft {
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly labels: Record<string, string>;
  hasDocument: boolean;
  body: unknown;
}

/** Adds the value of a member to a request. */
type Add = (draft: Draft, value: unknown) => void;

type Input = Readonly<Record<string, unknown>>;

/**
 * Compiles the function that writes the requests of an operation of a REST protocol. It throws an `UnusualValue` for an input that the SDK has to
 * write.
 */
export const restWriter = ({
  input: schema,
  http,
  base,
  documents,
}: RestOperation): ((input: Input) => DirectRequest) => {
  const members = restMembers(schema);
  const adders = new Map(members.map((member) => [member.name, adderOf(member, documents)]));
  const orderOf = orderOfMembers(members);
  const inDocument = members.filter(({ place }) => place === 'document');
  const writeDocument = inDocument.length > 0 ? documents.writerOf?.(schemaOf(schema, inDocument)) : undefined;
  const type = contentTypeOf(members, documents);
  const [method, uri] = http;
  const [path = '', search = ''] = uri.split('?');
  const fixed = [...new URLSearchParams(search)];
  const pathOf = pathWriter(path, members);
  const start = base.path === '/' ? '' : base.path;
  return (input) => {
    const draft: Draft = {
      query: Object.fromEntries(fixed),
      headers: { ...base.headers },
      labels: {},
      hasDocument: false,
      body: undefined,
    };
    for (const name of orderOf(input)) {
      const value = input[name];
      if (value !== undefined && value !== null) adders.get(name)?.(draft, value);
    }
    const { query, headers } = draft;
    if (draft.hasDocument) draft.body = writeDocument ? writeDocument(input) : unusual();
    if (type !== undefined && !headers['content-type']) headers['content-type'] = type;
    if (draft.body === undefined && headers['content-type'] === documents.type) draft.body = documents.empty;
    const parts = { method, path: `${start}${pathOf(draft.labels)}`, query, headers, body: draft.body };
    return new HttpRequest({ ...base, ...parts } as never) as never;
  };
};

/** Returns the function that adds a member. */
const adderOf = (member: RestMember, documents: RestDocuments): Add => {
  const { name, traits, place } = member;
  const textOf = isPlain(member) ? plainText : unusual;
  switch (place) {
    case 'label':
      return ({ labels }, value) => void (labels[name] = textOf(value));
    case 'query':
      return ({ query }, value) => void (query[traits.httpQuery!] = textOf(value));
    case 'header': {
      const header = traits.httpHeader!.toLowerCase();
      return ({ headers }, value) => void (headers[header] = textOf(value));
    }
    case 'prefix':
      return ({ headers }, value) => {
        for (const [key, each] of Object.entries(value as Input))
          headers[`${traits.httpPrefixHeaders!}${key}`.toLowerCase()] = plainText(each);
      };
    case 'payload':
      return payloadAdder(member, documents);
    case 'document':
      return (draft) => void (draft.hasDocument = true);
    default:
      return unusual;
  }
};

const plainText = (value: unknown): string => (typeof value === 'object' ? unusual() : String(value));

const payloadAdder = ({ schema, traits }: RestMember, { writerOf }: RestDocuments): Add => {
  if (schema.isBlobSchema() && (traits.streaming || writerOf))
    return (draft, value) =>
      void (draft.body = typeof value === 'string' || value instanceof Uint8Array ? value : unusual());
  const write = schema.isStructSchema() && !traits.streaming ? writerOf?.(schema) : undefined;
  return write ? (draft, value) => void (draft.body = write(value)) : unusual;
};

/** Returns the content type of requests whose input contains none. */
const contentTypeOf = (members: readonly RestMember[], { type }: RestDocuments): string | undefined => {
  const payload = members.find(({ place }) => place === 'payload');
  if (!payload) return members.some(({ place }) => place === 'document') ? type : undefined;
  if (payload.traits.mediaType !== undefined) return payload.traits.mediaType;
  if (payload.schema.isStringSchema()) return 'text/plain';
  return payload.schema.isBlobSchema() ? 'application/octet-stream' : type;
};

/** Returns the function that orders the members of an input as the SDK does, which decides about the order of the query. */
const orderOfMembers = (members: readonly RestMember[]): ((input: Input) => readonly string[]) => {
  const names = members.map(({ name }) => name);
  const filledIn = members.filter(({ schema }) => schema.isIdempotencyToken());
  const isOfSchema = filledIn.length > 0 || members.some(({ place }) => place === 'prefix');
  return (input) => {
    if (filledIn.some(({ name }) => input[name] === undefined || input[name] === null)) unusual();
    const own = Object.keys(input);
    return isOfSchema || own.length * 2 >= names.length ? names : own;
  };
};

/** Returns the function that writes a path with the values of its parts, e.g. `/{Bucket}/{Key+}`. */
const pathWriter = (
  path: string,
  members: readonly RestMember[],
): ((labels: Readonly<Record<string, string>>) => string) => {
  const parts = path.split(/\{([^{}]+)\}/);
  const needed = members.filter(({ place }) => place === 'label').map(({ name }) => name);
  return (labels) => {
    // The SDK makes the error.
    if (needed.some((name) => !labels[name])) unusual();
    return parts.map((part, at) => (at % 2 === 0 ? part : segmentOf(part, labels))).join('');
  };
};

const segmentOf = (label: string, labels: Readonly<Record<string, string>>): string =>
  label.endsWith('+')
    ? labels[label.slice(0, -1)]!.split('/').map(extendedEncodeURIComponent).join('/')
    : extendedEncodeURIComponent(labels[label]!);
