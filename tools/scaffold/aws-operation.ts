import { createRequire } from 'node:module';
import { join } from 'node:path';

import { type Client, findClient } from './clients.ts';
import { type DocumentedMember, documentedMembers, operationText } from './sdk-documentation.ts';

/** The part of the SDK's runtime schemas that is used here. */
export interface SdkSchema {
  getName(): string | undefined;
  getValueSchema(): SdkSchema;
  isBlobSchema(): boolean;
  isBooleanSchema(): boolean;
  isDocumentSchema(): boolean;
  isIdempotencyToken(): boolean;
  isListSchema(): boolean;
  isMapSchema(): boolean;
  isNumericSchema(): boolean;
  isStreaming(): boolean;
  isStringSchema(): boolean;
  isStructSchema(): boolean;
  isTimestampSchema(): boolean;
  structIterator(): Iterable<[string, SdkSchema]>;
}

/** A member of one of AWS's structures. */
export interface AwsMember extends DocumentedMember {
  readonly name: string;
  readonly schema: SdkSchema;
}

/** An AWS operation, with the information in a client of the SDK. */
export interface AwsOperation {
  /** The name, e.g. `DescribeInstances`. */
  readonly name: string;
  /** The package of the client, e.g. `@aws-sdk/client-ec2`. */
  readonly client: string;
  readonly service: AwsService;
  readonly text: string;
  readonly input: readonly AwsMember[];
  readonly output: readonly AwsMember[];
  /** The name of the response's structure. */
  readonly response: string;
  /** The exports of the client: enums and structures by name. */
  readonly exports: Readonly<Record<string, unknown>>;
  membersOf(schema: SdkSchema): readonly AwsMember[];
}

/** The information about a service in its client. */
export interface AwsService {
  /** The name of the client's class, e.g. `EC2Client`. */
  readonly className: string;
  /** The service ID, e.g. `EC2`. */
  readonly id: string;
  /** The signing name, which usually is the prefix of IAM actions, e.g. `ec2`. */
  readonly signingName: string;
  /** Core's name of its protocol, e.g. `awsQuery`. `undefined` if core has none for it. */
  readonly protocol: string | undefined;
}

type Command = new (input: object) => { readonly schema: readonly unknown[] };
type ClientClass = new (config: object) => {
  readonly config: {
    readonly serviceId: string;
    readonly defaultSigningName: string;
    readonly protocol: { getShapeId(): string };
  };
};

/** Finds an operation in the clients of a layer. */
export const findOperation = (root: string, layer: string, wanted: string): AwsOperation =>
  readOperation(root, findClient(root, layer, wanted), wanted.replace(/^.*:/, ''));

const readOperation = (root: string, client: Client, name: string): AwsOperation => {
  const { folder, exports } = client;
  const { NormalizedSchema } = createRequire(join(root, 'packages/core/package.json'))('@smithy/core/schema') as {
    readonly NormalizedSchema: { of(schema: unknown): SdkSchema };
  };
  const { schema } = new (exports[`${name}Command`] as Command)({});
  const membersOf = (structure: SdkSchema): readonly AwsMember[] => {
    if (!structure.isStructSchema()) return [];
    const documented = documentedMembers(folder, structure.getName() ?? '');
    const undocumented = { required: false, type: '', text: '' };
    return [...structure.structIterator()].map(([each, type]) => ({
      name: each,
      schema: type,
      ...(documented.get(each) ?? undocumented),
    }));
  };
  const [input, output] = [NormalizedSchema.of(schema[4]), NormalizedSchema.of(schema[5])];
  return {
    name,
    client: client.name,
    service: serviceOf(exports),
    text: operationText(folder, name),
    input: membersOf(input),
    output: membersOf(output),
    response: output.getName() ?? '',
    exports,
    membersOf,
  };
};

/** Core's names of protocols by those of the SDK. */
const protocols: Readonly<Record<string, string>> = {
  'aws.protocols#awsJson1_0': 'awsJson',
  'aws.protocols#awsJson1_1': 'awsJson',
  'aws.protocols#awsQuery': 'awsQuery',
  'aws.protocols#ec2Query': 'awsQuery',
  'aws.protocols#restJson1': 'restJson',
  'aws.protocols#restXml': 'restXml',
};

const serviceOf = (exports: Client['exports']): AwsService => {
  const className = Object.keys(exports).find((each) => /^[A-Z]\w*Client$/.test(each)) ?? '';
  const { config } = new (exports[className] as ClientClass)({ region: 'us-east-1' });
  const { serviceId: id, defaultSigningName: signingName } = config;
  return { className, id, signingName, protocol: protocols[config.protocol.getShapeId()] };
};
