import { determineTimestampFormat } from '@smithy/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';
import { Uint8ArrayBlobAdapter } from '@smithy/core/serde';

import { WholeContent, type WholeResponse } from '../middleware/whole-content.js';
import { after } from './after.js';
import { isPlain, type RestMember, restMembers, schemaOf } from './rest-members.js';
import { unusual } from './unusual-value.js';

/** Reads a document of a schema. */
export type ReadDocument = (schema: NormalizedSchema, bytes: Uint8Array) => unknown;

/** How the outputs of a REST operation are read. */
export interface RestOutput {
  readonly output: NormalizedSchema;
  readonly readDocument: ReadDocument;
  /** The value of a payload that a response does not contain. `undefined` if the output does not contain it then. */
  readonly noPayload?: null;
}

type Members = Record<string, unknown>;

/** Adds members of a response to the output. */
type Read = (response: WholeResponse, output: Members) => void | Promise<void>;

/**
 * Compiles the function that reads the responses of an operation of a REST protocol. It throws an `UnusualValue` for a response that the SDK has
 * to read.
 */
export const restReader = (operation: RestOutput): ((response: WholeResponse) => Members | Promise<Members>) => {
  const members = restMembers(operation.output);
  const readHeaders = headerReader(members);
  const status = members.find(({ place }) => place === 'status');
  const readBody = bodyReader(members, operation);
  return (response) => {
    const output: Members = {};
    readHeaders(response, output);
    if (status) output[status.name] = response.statusCode;
    const reading = readBody(response, output);
    return reading ? reading.then(() => output) : output;
  };
};

const headerReader = (members: readonly RestMember[]): ((response: WholeResponse, output: Members) => void) => {
  const known = new Map(
    members.flatMap((member) =>
      member.place === 'header'
        ? [[member.traits.httpHeader!.toLowerCase(), { name: member.name, read: textReader(member) }]]
        : [],
    ),
  );
  const prefixes = members.flatMap(({ name, traits, place }) =>
    place === 'prefix' ? [{ name, prefix: traits.httpPrefixHeaders!.toLowerCase() }] : [],
  );
  return ({ headers }, output) => {
    for (const { name } of prefixes) output[name] = {};
    for (const header in headers) {
      const text = headers[header]!;
      const found = known.get(header);
      if (found) output[found.name] = found.read(text);
      // Others than Node's own requests may return names in any case.
      else if (header !== header.toLowerCase()) unusual();
      for (const { name, prefix } of prefixes)
        if (header.startsWith(prefix)) (output[name] as Members)[header.slice(prefix.length)] = text;
    }
  };
};

/** Returns the function that reads a member from a header. */
const textReader = (member: RestMember): ((text: string) => unknown) => {
  const { schema } = member;
  if (schema.isTimestampSchema())
    return determineTimestampFormat(schema, settings as never) === httpDate ? timeOf : unusual;
  if (!isPlain(member)) return unusual;
  if (schema.isStringSchema()) return (text) => text;
  return schema.isBooleanSchema() ? (text) => text.toLowerCase() === 'true' : Number;
};

/** The SDK's number for times as in `Mon, 30 Nov 2026 12:00:00 GMT`, which headers have by default. */
const httpDate = 6;
const settings = { timestampFormat: { useTrait: true, default: httpDate }, httpBindings: true };

/** Reads `Mon, 30 Nov 2026 12:00:00 GMT`. The SDK reads times of other forms. */
const timeOf = (text: string): Date => {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) || time.toUTCString() !== text ? unusual() : time;
};

const bodyReader = (members: readonly RestMember[], { output: schema, readDocument, noPayload }: RestOutput): Read => {
  const payload = members.find(({ place }) => place === 'payload');
  if (payload) {
    const read = payloadReader(payload, readDocument);
    return (response, output) => {
      const bytes = response.body as Uint8Array;
      if (noPayload === null) output[payload.name] = null;
      return bytes.byteLength > 0 || payload.traits.streaming ? read(response, output) : undefined;
    };
  }
  const inDocument = members.filter(({ place }) => place === 'document');
  if (inDocument.length === 0) return () => undefined;
  const ofDocument = schemaOf(schema, inDocument);
  return ({ body }, output) => {
    const bytes = body as Uint8Array;
    if (bytes.byteLength === 0) return;
    const add = (document: unknown): void => {
      for (const { name } of inDocument) {
        const value = (document as Members)[name];
        if (value !== undefined && value !== null) output[name] = value;
      }
    };
    return after(readDocument(ofDocument, bytes), add);
  };
};

const payloadReader = ({ name, schema, traits }: RestMember, readDocument: ReadDocument): Read => {
  if (traits.streaming)
    return schema.isBlobSchema() ? (response, output) => void (output[name] = new WholeContent(response)) : unusual;
  if (schema.isBlobSchema())
    return ({ body }, output) => void (output[name] = Uint8ArrayBlobAdapter.mutate(body as Uint8Array));
  if (schema.isStringSchema())
    return ({ body }, output) => void (output[name] = Buffer.from(body as Uint8Array).toString());
  return ({ body }, output) =>
    after(readDocument(schema, body as Uint8Array), (document) => void (output[name] = document));
};
