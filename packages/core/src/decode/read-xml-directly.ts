import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from '@smithy/types';

import { isReadable, planOf } from './plan.js';
import { readXml } from './read-xml.js';

interface Deserializer {
  read(schema: SchemaRef, bytes: Uint8Array | string, key?: string): unknown;
  readonly stringDeserializer: { read(schema: SchemaRef, text: string): unknown };
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
export const readXmlDirectly = ({
  config: { protocol },
}: {
  readonly config: { readonly protocol: Protocol };
}): void => {
  switch (protocol.getShapeId()) {
    case 'aws.protocols#ec2Query':
    case 'aws.protocols#awsQuery':
      if (isDeserializer(protocol.deserializer)) readQuickly(protocol.deserializer);
      break;
    case 'aws.protocols#restXml': {
      // A REST protocol keeps one deserializer behind the one that reads headers.
      const inner = (protocol.deserializer as { codecDeserializer?: Partial<Deserializer> } | undefined)
        ?.codecDeserializer;
      if (isDeserializer(inner)) readQuickly(inner);
      break;
    }
  }
};

const isDeserializer = (value: Partial<Deserializer> | undefined): value is Deserializer =>
  typeof value?.read === 'function' && typeof value.stringDeserializer?.read === 'function';

const readable = new WeakMap<object, boolean>();

const readQuickly = (deserializer: Deserializer): void => {
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
    return readXml(bytes, planOf(schema), key, (plan, text) =>
      deserializer.stringDeserializer.read(plan.schema as never, text),
    );
  };
};

const isEvent = (schema: NormalizedSchema): boolean =>
  schema.isStructSchema() &&
  [...schema.structIterator()].some(
    ([, member]) => (member.getMemberTraits() as { eventPayload?: unknown }).eventPayload,
  );
