import { NormalizedSchema } from '@smithy/core/schema';

/** The facts about an operation that its response needs. */
export interface XmlOperation {
  readonly name: string;
  /** The SDK's schema: `[9, namespace, name, traits, input, output]`. */
  readonly schema: readonly unknown[];
  readonly protocol: string;
  readonly xmlNamespace?: string | undefined;
}

interface Traits {
  readonly xmlName?: string;
  readonly xmlFlattened?: unknown;
  readonly xmlAttribute?: unknown;
  readonly httpHeader?: unknown;
  readonly httpPrefixHeaders?: unknown;
  readonly httpResponseCode?: unknown;
  readonly httpPayload?: unknown;
}

type Values = Readonly<Record<string, unknown>>;

/** Encodes an output as AWS's body, for ec2Query, awsQuery and restXml. */
export const encodeXml = (operation: XmlOperation, value: Values, requestId: string): string => {
  const { name, protocol, xmlNamespace } = operation;
  const output = NormalizedSchema.of(operation.schema[5] as never);
  const root = (tag: string, inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${tag}${namespace(xmlNamespace)}>${inner}</${tag}>`;
  const members = output.isUnitSchema() ? '' : structure(output, value);
  switch (protocol) {
    case 'aws.protocols#ec2Query':
      return root(`${name}Response`, `<requestId>${requestId}</requestId>${members}`);
    case 'aws.protocols#awsQuery': {
      const result = output.isUnitSchema() ? '' : `<${name}Result>${members}</${name}Result>`;
      return root(
        `${name}Response`,
        `${result}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`,
      );
    }
    default:
      return encodeRest(output, value, xmlNamespace);
  }
};

/** The body of a REST service contains only the payload member if there is one, otherwise the members that are not headers. */
const encodeRest = (output: NormalizedSchema, value: Values, xmlNamespace: string | undefined): string => {
  if (output.isUnitSchema()) return '';
  const payload = [...output.structIterator()].find(([, member]) => traitsOf(member).httpPayload);
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!payload) {
    const tag = traitsOf(output).xmlName ?? output.getName() ?? '';
    return `${declaration}<${tag}${namespace(xmlNamespace)}>${structure(output, value)}</${tag}>`;
  }
  const [name, member] = payload;
  if (value[name] === undefined) return '';
  return declaration + element(member, traitsOf(member).xmlName ?? member.getName() ?? name, value[name]);
};

const namespace = (uri: string | undefined): string => (uri ? ` xmlns="${uri}"` : '');

const traitsOf = (schema: NormalizedSchema): Traits => schema.getMergedTraits() as Traits;

const isBound = ({ httpHeader, httpPrefixHeaders, httpResponseCode, httpPayload }: Traits): boolean =>
  [httpHeader, httpPrefixHeaders, httpResponseCode, httpPayload].some((trait) => trait !== undefined);

const structure = (schema: NormalizedSchema, value: Values): string =>
  [...schema.structIterator()]
    .filter(
      ([name, member]) => value[name] !== undefined && !isBound(traitsOf(member)) && !traitsOf(member).xmlAttribute,
    )
    .map(([name, member]) => element(member, (member.getMemberTraits() as Traits).xmlName ?? name, value[name]))
    .join('');

const attributes = (schema: NormalizedSchema, value: Values): string =>
  [...schema.structIterator()]
    .filter(([name, member]) => value[name] !== undefined && traitsOf(member).xmlAttribute)
    .map(([name, member]) => ` ${traitsOf(member).xmlName ?? name}="${escape(scalar(member, value[name]))}"`)
    .join('');

const element = (schema: NormalizedSchema, tag: string, value: unknown): string => {
  if (schema.isListSchema()) return listElement(schema, tag, value as readonly unknown[]);
  if (schema.isMapSchema()) return mapElement(schema, tag, value as Values);
  if (!schema.isStructSchema()) return `<${tag}>${escape(scalar(schema, value))}</${tag}>`;
  return `<${tag}${attributes(schema, value as Values)}>${structure(schema, value as Values)}</${tag}>`;
};

const listElement = (schema: NormalizedSchema, tag: string, items: readonly unknown[]): string => {
  const item = schema.getValueSchema();
  if (traitsOf(schema).xmlFlattened) return items.map((each) => element(item, tag, each)).join('');
  const name = traitsOf(item).xmlName ?? 'member';
  return `<${tag}>${items.map((each) => element(item, name, each)).join('')}</${tag}>`;
};

const mapElement = (schema: NormalizedSchema, tag: string, map: Values): string => {
  const value = schema.getValueSchema();
  const keyName = traitsOf(schema.getKeySchema()).xmlName ?? 'key';
  const valueName = traitsOf(value).xmlName ?? 'value';
  const entries = Object.entries(map).map(
    ([key, each]) => `<${keyName}>${escape(key)}</${keyName}>${element(value, valueName, each)}`,
  );
  if (traitsOf(schema).xmlFlattened) return entries.map((entry) => `<${tag}>${entry}</${tag}>`).join('');
  return `<${tag}>${entries.map((entry) => `<entry>${entry}</entry>`).join('')}</${tag}>`;
};

const scalar = (schema: NormalizedSchema, value: unknown): string => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (!(value instanceof Date)) return String(value);
  // The SDK's format numbers: 6 is the format of HTTP headers, 7 is seconds since 1970.
  const format = schema.getSchema();
  if (format === 6) return value.toUTCString();
  return format === 7 ? String(value.getTime() / 1_000) : value.toISOString();
};

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;');
