import { Readable } from 'node:stream';

import { NormalizedSchema } from '@arch/core/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { operationOfSchema } from '../../core/src/call/middleware/serialize.js';
import type { Codec } from '../../core/src/call/protocols/codec.js';
import { restJson } from '../../core/src/call/protocols/rest-json.js';
import { restXml } from '../../core/src/call/protocols/rest-xml.js';
import { type RestMember, restMembers } from '../../core/src/call/protocols/rest-members.js';
import { type ClientPackage, newClient, type OperationSchema, operationsIn } from './client-package.js';
import { isFull, seed } from './random.js';

interface Protocol {
  getShapeId(): string;
  deserializeResponse(operation: object, context: object, response: object): Promise<object>;
}

interface Client {
  readonly config: { readonly protocol: Protocol };
}

/** A response whose body has been read. */
interface Response {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

const runs = isFull ? 50 : 3;

/**
 * Tests that our codecs read responses of all operations of SDK clients with REST protocols as the SDK does: members in headers, in the status and in
 * the body, with usual and unusual texts.
 */
export const describeRestResponses = (packages: Readonly<Record<string, ClientPackage>>): void => {
  for (const [name, all] of Object.entries(packages)) {
    const operations = operationsIn(all);
    describe(`REST responses of ${name}`, () => {
      it('are read without the SDK, except those of operations with events or a host of their own', async () => {
        const codecs = await Promise.all(operations.map((schema) => codecOf(all, schema)));
        const withoutCodec = operations.filter((_schema, at) => codecs[at] === undefined);
        const expected = operations.filter(
          ([, , , traits, input, output]) => hasEvents(input) || hasEvents(output) || hasHost(traits),
        );
        expect(withoutCodec.map(([, , operation]) => operation)).toEqual(expected.map(([, , operation]) => operation));
      });

      it.each(operations.map((schema) => [schema[2], schema] as const))(
        `are read as the SDK does: %s (again: ARCH_SEED=${seed})`,
        async (_operation, schema) => {
          const codec = await codecOf(all, schema);
          const output = NormalizedSchema.of(schema[5] as never);
          let read = 0;
          await fc.assert(
            fc.asyncProperty(responseOf(output, protocolOf(all).getShapeId()), async (response) => {
              const ours = codec && (await outcomeOf(async () => codec.read(copy(response))));
              // The SDK reads what a codec does not read.
              if (ours === undefined || ('value' in ours && ours.value === undefined)) return;
              read++;
              expect(ours).toEqual(await outcomeOf(() => readBySdk(all, schema, copy(response))));
            }),
            { numRuns: runs, seed: Number(seed) || 1 },
          );
          if (isFull && codec) expect(read).toBeGreaterThan(0);
        },
      );
    });
  }
};

const hasEvents = (schema: unknown): boolean =>
  restMembers(NormalizedSchema.of(schema as never)).some(
    ({ schema: member, traits }) => traits.streaming && member.isStructSchema(),
  );

const hasHost = (traits: unknown): boolean => (traits as { readonly endpoint?: unknown }).endpoint !== undefined;

const copy = ({ statusCode, headers, body }: Response): Response => ({ statusCode, headers: { ...headers }, body });

const clients = new Map<ClientPackage, Client>();

const clientOf = (all: ClientPackage): Client => {
  const client = clients.get(all) ?? (newClient(all) as Client);
  clients.set(all, client);
  return client;
};

const protocolOf = (all: ClientPackage): Protocol => clientOf(all).config.protocol;

const codecOf = async (all: ClientPackage, schema: OperationSchema): Promise<Codec | undefined> => {
  const { config } = clientOf(all);
  const loaded = await Promise.all([restJson(), restXml()]);
  const protocol = loaded.find(({ ids }) => ids.includes(config.protocol.getShapeId()));
  const endpoint = { protocol: 'https:', hostname: 'example.com', path: '/' };
  const serde = Object.assign(Object.create(config) as object, { endpoint: async () => endpoint });
  return protocol?.codecOf(config.protocol, operationOfSchema(schema as never), serde);
};

const readBySdk = (all: ClientPackage, schema: OperationSchema, response: Response): Promise<object> => {
  const { config } = clientOf(all);
  const isStream = restMembers(NormalizedSchema.of(schema[5] as never)).some(({ traits }) => traits.streaming);
  const body = isStream ? Readable.from([response.body]) : response.body;
  return config.protocol.deserializeResponse(operationOfSchema(schema as never), config, { ...response, body });
};

const outcomeOf = async (read: () => object | Promise<object | undefined> | undefined): Promise<object> => {
  try {
    return { value: comparable(await read()) };
  } catch (error) {
    return { error: String(error) };
  }
};

/** Content is compared elsewhere: the SDK returns a stream. The SDK's strings that contain JSON are never equal. */
const comparable = (output: object | undefined): object | undefined =>
  output &&
  Object.fromEntries(
    Object.entries(output).map(([name, value]: [string, unknown]) => {
      if (typeof (value as { transformToByteArray?: unknown } | null)?.transformToByteArray === 'function')
        return [name, 'content'];
      return [name, Object.prototype.toString.call(value) === '[object String]' ? String(value) : value];
    }),
  );

const texts = fc.constantFrom('a', '', '"etag"', 'a, b', 'é', '1', '{"a":1}', 'e30=');
const unusualTimes = fc.constantFrom(
  'Mon, 30 Nov 2026 12:00:00.123 GMT',
  'Monday, 30-Nov-26 12:00:00 GMT',
  'Tue, 30 Nov 2026 12:00:00 GMT',
  '2026-11-30T12:00:00Z',
  '0',
  'never',
);
const times = fc.oneof({ weight: 9, arbitrary: fc.constant('Mon, 30 Nov 2026 12:00:00 GMT') }, unusualTimes);
const numbers = fc.constantFrom('0', '1', '1.5', '-1', '12345678901234567890', '', 'x', 'NaN');

const textOf = ({ schema }: RestMember): fc.Arbitrary<string> => {
  if (schema.isTimestampSchema()) return times;
  if (schema.isBooleanSchema()) return fc.constantFrom('true', 'false', 'TRUE', '');
  return schema.isNumericSchema() ? numbers : texts;
};

const responseOf = (output: NormalizedSchema, protocol: string): fc.Arbitrary<Response> => {
  const members = restMembers(output);
  const headers = members.flatMap((member) => {
    if (member.place === 'header') return [[member.traits.httpHeader!.toLowerCase(), textOf(member)] as const];
    return member.place === 'prefix' ? [[`${member.traits.httpPrefixHeaders}one`.toLowerCase(), texts] as const] : [];
  });
  // The SDK reads responses with names in upper case.
  const other = fc.oneof({ weight: 9, arbitrary: fc.constant('x-other') }, fc.constant('X-Other'));
  const known = fc
    .tuple(
      other,
      fc.record({ 'x-amzn-requestid': fc.constant('r-1'), ...Object.fromEntries(headers) }, { requiredKeys: [] }),
    )
    .map(([name, values]) => ({ ...values, [name]: 'a' }));
  return fc.record({
    statusCode: fc.constantFrom(200, 201, 204, 206),
    headers: known,
    body: bodyOf(members, protocol).map((text) => Buffer.from(text)),
  });
};

/** Documents are tested with their readers: here are small ones of the texts in them. */
const bodyOf = (members: readonly RestMember[], protocol: string): fc.Arbitrary<string> => {
  const isJson = protocol === 'aws.protocols#restJson1';
  const inDocument = members.filter(({ place, schema }) => place === 'document' && schema.isStringSchema());
  const document = fc.record(Object.fromEntries(inDocument.map(({ name }) => [name, texts])), { requiredKeys: [] });
  const written = document.map((values) => {
    if (isJson)
      return JSON.stringify(
        Object.fromEntries(Object.entries(values).map(([name, value]) => [jsonNameOf(members, name), value])),
      );
    return `<Result>${Object.entries(values)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join('')}</Result>`;
  });
  return fc.oneof(
    { weight: 3, arbitrary: written },
    fc.constantFrom('', isJson ? '{' : '<Result>', isJson ? 'null' : '<Result/>'),
  );
};

const jsonNameOf = (members: readonly RestMember[], name: string): string => {
  const { schema } = members.find((member) => member.name === name)!;
  return (schema.getMergedTraits() as { readonly jsonName?: string }).jsonName ?? name;
};
