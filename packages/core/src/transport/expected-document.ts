import { NormalizedSchema } from '@smithy/core/schema';

import type { SentOperation } from './sent-operation.js';

/** The document that the response of an operation contains. */
export interface ExpectedDocument {
  /** `required`: always present. `optional`: may be absent. `none`: no document; the body is empty or contains user data. */
  readonly presence: 'required' | 'optional' | 'none';
  readonly format: 'xml' | 'json' | 'other';
  /** Names of the root element. */
  readonly roots: readonly string[];
  /** Names of the members of a JSON document. */
  readonly members: readonly string[];
  /** Whether the body contains user data: a stored object, or the output of a Lambda function. */
  readonly isContent: boolean;
  /** Whether the body is returned as a stream. */
  readonly isStreamed: boolean;
  /** Whether an error may quote another body than this document. `false` if it may contain a secret. */
  readonly mayBeQuoted: boolean;
}

/** In the query protocols every response contains a document, also if the operation has no output. */
const query = new Set(['aws.protocols#ec2Query', 'aws.protocols#awsQuery']);
const rpcJson = new Set(['aws.protocols#awsJson1_0', 'aws.protocols#awsJson1_1']);
const formats: Readonly<Record<string, ExpectedDocument['format']>> = {
  'aws.protocols#ec2Query': 'xml',
  'aws.protocols#awsQuery': 'xml',
  'aws.protocols#restXml': 'xml',
  'aws.protocols#restJson1': 'json',
  'aws.protocols#awsJson1_0': 'json',
  'aws.protocols#awsJson1_1': 'json',
};

const known = new WeakMap<readonly unknown[], ExpectedDocument>();

/** Returns the document that the response of an operation contains. Cached by operation. */
export const expectedDocument = (operation: SentOperation): ExpectedDocument => {
  let expected = known.get(operation.schema);
  if (!expected) known.set(operation.schema, (expected = find(operation)));
  return expected;
};

interface Traits {
  readonly xmlName?: string;
  readonly jsonName?: string;
  readonly httpPayload?: unknown;
  readonly httpHeader?: unknown;
  readonly httpPrefixHeaders?: unknown;
  readonly httpResponseCode?: unknown;
  readonly sensitive?: unknown;
}

const find = ({ name, protocol, schema }: SentOperation): ExpectedDocument => {
  const output = NormalizedSchema.of((schema[5] ?? 'unit') as never);
  const format = formats[protocol] ?? 'other';
  const all = output.isStructSchema() ? [...output.structIterator()] : [];
  const payload = all.find(([, member]) => traitsOf(member).httpPayload);
  const body = payload ? [] : all.filter(([, member]) => isInBody(member));
  const document = payload?.[1].isStructSchema() ? [...payload[1].structIterator()] : body;
  const isStreamed = all.some(([, member]) => member.isStreaming());
  const isContent = isStreamed || (payload !== undefined && !payload[1].isStructSchema());
  const hasDocument = !isContent && (payload !== undefined || body.length > 0);
  return {
    presence: query.has(protocol) || hasDocument ? 'required' : rpcJson.has(protocol) ? 'optional' : 'none',
    format,
    roots: query.has(protocol) ? [`${name}Response`] : rootsOf(name, output, payload?.[1]),
    // Only restJson1 renames members. https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
    members: document.map(([member, of]) => (rpcJson.has(protocol) ? undefined : traitsOf(of).jsonName) ?? member),
    isContent,
    isStreamed,
    mayBeQuoted: !isContent && !hasSecret(output, new Set()),
  };
};

const traitsOf = (schema: NormalizedSchema): Traits => schema.getMergedTraits() as Traits;

const isInBody = (member: NormalizedSchema): boolean => {
  const { httpHeader, httpPrefixHeaders, httpResponseCode } = traitsOf(member);
  return !httpHeader && !httpPrefixHeaders && !httpResponseCode && !member.isStreaming();
};

/** S3 names root elements after the shape or by a trait. Compatible stores sometimes name them after the operation. */
const rootsOf = (name: string, output: NormalizedSchema, payload: NormalizedSchema | undefined): readonly string[] => {
  const own = [payload, output].filter((each) => each !== undefined && each.isStructSchema());
  const names = own.flatMap((each) => [traitsOf(each!).xmlName, each!.getName()?.split('#').at(-1)]);
  return [...new Set([...names, `${name}Result`, `${name}Response`, `${name}Output`])].filter(
    (each) => each !== undefined,
  );
};

/** Whether an output may contain a secret or user data anywhere. */
const hasSecret = (schema: NormalizedSchema, seen: Set<unknown>): boolean => {
  if (traitsOf(schema).sensitive || schema.isBlobSchema()) return true;
  const key: unknown = schema.getSchema();
  if (typeof key !== 'object' || seen.has(key)) return false;
  seen.add(key);
  if (schema.isListSchema() || schema.isMapSchema()) return hasSecret(schema.getValueSchema(), seen);
  return schema.isStructSchema() && [...schema.structIterator()].some(([, member]) => hasSecret(member, seen));
};
