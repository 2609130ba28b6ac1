import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from '@smithy/types';

import { isReadable, planOf } from './plan.js';
import { readXml } from './read-xml.js';
import { xmlParts } from './xml-parts.js';

interface Deserializer {
  read(schema: SchemaRef, bytes: Uint8Array | string, key?: string): unknown;
  readonly stringDeserializer: { read(schema: SchemaRef, text: string): unknown };
}

/** A large answer whose longest list has not been read yet. */
export interface Unread {
  /** The answer with some of the items each. */
  readonly parts: Iterable<unknown>;
  /** The answer as it is; instead of the parts. */
  readonly whole: () => unknown;
}

/** Who can read a large answer in parts: the answer that is read for it lacks the items of its longest list, which are kept here. */
export interface PartsReader {
  unread: Unread | undefined;
}

/** How answers are read. */
export interface Reading {
  /** Whoever can read the answer that has come in parts. */
  readonly partsReader: () => PartsReader | undefined;
  /** Nobody reads these bytes any more. */
  readonly release: (bytes: Uint8Array) => void;
}

/** What is used of the SDK's protocols, which their types do not show. */
interface Protocol {
  getShapeId(): string;
  readonly deserializer?: Partial<Deserializer>;
  readonly codec?: { createDeserializer(): Deserializer };
}

/** The SDK's schema of an error's body, whose form is not known before it is read. */
const document = 15;

/**
 * Lets a client read XML answers in one pass straight into its output objects, instead of by way of a tree of the whole text. Errors stay
 * with the SDK. Clients of other protocols are left as they are.
 */
export const readXmlDirectly = (
  { config: { protocol } }: { readonly config: { readonly protocol: Protocol } },
  reading: Reading = { partsReader: () => undefined, release: () => undefined },
): void => {
  switch (protocol.getShapeId()) {
    case 'aws.protocols#ec2Query':
    case 'aws.protocols#awsQuery':
      if (isDeserializer(protocol.deserializer)) readQuickly(protocol.deserializer, reading);
      break;
    case 'aws.protocols#restXml': {
      // A REST protocol keeps one deserializer behind the one that reads headers.
      const inner = (protocol.deserializer as { codecDeserializer?: Partial<Deserializer> } | undefined)
        ?.codecDeserializer;
      if (isDeserializer(inner)) readQuickly(inner, reading);
      break;
    }
  }
};

const isDeserializer = (value: Partial<Deserializer> | undefined): value is Deserializer =>
  typeof value?.read === 'function' && typeof value.stringDeserializer?.read === 'function';

const readable = new WeakMap<object, boolean>();

const readQuickly = (deserializer: Deserializer, { partsReader, release }: Reading): void => {
  const readSlowly = deserializer.read.bind(deserializer);
  deserializer.read = (ref, bytes, key) => {
    if (ref === (document as SchemaRef) || typeof bytes === 'string') return readSlowly(ref, bytes, key);
    const schema = NormalizedSchema.of(ref);
    if (schema.isUnitSchema()) return readSlowly(ref, bytes, key);
    const own: unknown = schema.getSchema();
    if (typeof own !== 'object' || own === null) return readSlowly(ref, bytes, key);
    let quick = readable.get(own);
    if (quick === undefined) readable.set(own, (quick = isReadable(schema) && !isEvent(schema)));
    if (!quick) return readSlowly(ref, bytes, key);
    const read = (part: Uint8Array): unknown =>
      readXml(part, planOf(schema), key, (plan, text) =>
        deserializer.stringDeserializer.read(plan.schema as never, text),
      );
    const reader = partsReader();
    if (!reader) return read(bytes);
    reader.unread = undefined;
    const apart = xmlParts(bytes, planOf(schema), key);
    if (!apart) return read(bytes);
    const answer = read(apart.frame);
    reader.unread = { parts: readParts(apart.parts, read, () => release(bytes)), whole: () => read(bytes) };
    return answer;
  };
};

function* readParts(
  parts: Iterable<Uint8Array>,
  read: (part: Uint8Array) => unknown,
  release: () => void,
): Generator<unknown, void, undefined> {
  try {
    for (const part of parts) yield read(part);
  } finally {
    release();
  }
}

const isEvent = (schema: NormalizedSchema): boolean =>
  schema.isStructSchema() &&
  [...schema.structIterator()].some(
    ([, member]) => (member.getMemberTraits() as { eventPayload?: unknown }).eventPayload,
  );
