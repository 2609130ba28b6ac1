import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from '@smithy/types';

import { isReadable, planOf } from './plan.js';
import { readXml } from './read-xml.js';
import { xmlParts } from './xml-parts.js';

interface Deserializer {
  read(schema: SchemaRef, bytes: Uint8Array | string, key?: string): unknown;
  readonly stringDeserializer: { read(schema: SchemaRef, text: string): unknown };
}

/** A large response whose longest list has not been read yet. */
export interface Unread {
  /** Parts of the response, each with some of the items. */
  readonly parts: Iterable<unknown>;
  /** Reads the complete response, instead of the parts. */
  readonly whole: () => unknown;
}

/** A caller that can read a large response in parts. Its response is read without the items of the longest list, which are stored here. */
export interface PartsReader {
  unread: Unread | undefined;
}

/** Settings for reading responses. */
export interface Reading {
  /** Returns the caller that can read the current response in parts. */
  readonly partsReader: () => PartsReader | undefined;
  /** Called when the bytes are no longer needed. */
  readonly release: (bytes: Uint8Array) => void;
}

/** The members of the SDK's protocols that are used here, which are missing in their types. */
interface Protocol {
  getShapeId(): string;
  readonly deserializer?: Partial<Deserializer>;
  readonly codec?: { createDeserializer(): Deserializer };
}

/** The SDK's schema of an error body, whose shape is unknown before it is read. */
const document = 15;

/**
 * Makes a client read XML responses in one pass into its output objects, without a tree of the whole document. The SDK still reads errors.
 * Does not change clients of other protocols.
 */
export const installXmlReader = (
  { config: { protocol } }: { readonly config: { readonly protocol: Protocol } },
  reading: Reading = { partsReader: () => undefined, release: () => undefined },
): void => {
  switch (protocol.getShapeId()) {
    case 'aws.protocols#ec2Query':
    case 'aws.protocols#awsQuery':
      if (isDeserializer(protocol.deserializer)) readQuickly(protocol.deserializer, reading);
      break;
    case 'aws.protocols#restXml': {
      // The deserializer of a REST protocol reads headers, and contains the one for bodies.
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
    const response = read(apart.frame);
    reader.unread = { parts: readParts(apart.parts, read, () => release(bytes)), whole: () => read(bytes) };
    return response;
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
