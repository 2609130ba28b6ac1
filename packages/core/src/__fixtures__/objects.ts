import { AwsJson1_1Protocol, AwsRestXmlProtocol } from '@aws-sdk/core/protocols';
import { EC2Client } from '@aws-sdk/client-ec2';
import { makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';

import type { Service } from '../declaration/service.js';
import type { CommandType } from '../declaration/command-type.js';

/** The signing scheme of an endpoint. */
interface AuthScheme {
  readonly name: string;
  readonly signingName: string;
  readonly signingRegion?: string;
}

const endpointAt = (url: string, scheme: AuthScheme) => (): object => ({
  url: new URL(url),
  properties: { authSchemes: [scheme] },
});

const service = (id: string, settings: Readonly<Record<string, unknown>>): Service => ({
  id,
  client: EC2Client,
  settings: { serviceId: id, ...settings },
  prefix: 's3',
  arns: {},
  errors: {},
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_',
});

/** A service with paths and headers like S3. Core does not include S3's client. */
export const objects = (scheme: AuthScheme = { name: 'sigv4', signingName: 's3' }): Service =>
  service('S3', {
    protocol: AwsRestXmlProtocol,
    protocolSettings: { defaultNamespace: 'test', xmlNamespace: 'http://s3.amazonaws.com/doc/2006-03-01/' },
    endpointProvider: endpointAt('https://reports.s3.eu-west-1.amazonaws.com', scheme),
  });

/** A service that receives all members in a JSON body. */
export const tables: Service = service('DynamoDB', {
  protocol: AwsJson1_1Protocol,
  protocolSettings: { defaultNamespace: 'test', serviceTarget: 'Tables' },
  endpointProvider: endpointAt('https://dynamodb.eu-west-1.amazonaws.com', { name: 'sigv4', signingName: 'dynamodb' }),
});

const command = makeBuilder({}, 'Objects', 'ObjectsClient', getEndpointPlugin as never);
type Members = Readonly<Record<string, unknown>>;

const structureOf = (name: string, members: Members): readonly unknown[] => [
  3,
  'test',
  name,
  0,
  Object.keys(members),
  Object.values(members),
];

const commandOf = (name: string, http: readonly unknown[], members: Members, output: Members = {}): CommandType => {
  const input$ = structureOf(`${name}Input`, members);
  const output$ = structureOf(`${name}Output`, output);
  const schema = [9, 'test', name, { http }, () => input$, () => output$];
  return command({}, (() => []) as never, name, schema as never) as never;
};

export const GetObjectCommand: CommandType = commandOf('GetObject', ['GET', '/{Key+}', 200], {
  Key: [0, { httpLabel: 1 }],
  VersionId: [0, { httpQuery: 'versionId' }],
  ChecksumMode: [0, { httpHeader: 'x-amz-checksum-mode' }],
});

export const Upload$: readonly unknown[] = structureOf('Upload', { Key: 0, UploadId: 0 });
const Uploads$: readonly unknown[] = [1, 'test', 'Uploads', { xmlFlattened: 1 }, () => Upload$];

/** A listing with two page tokens. */
export const ListUploadsCommand: CommandType = commandOf(
  'ListUploads',
  ['GET', '/?uploads', 200],
  {
    KeyMarker: [0, { httpQuery: 'key-marker' }],
    UploadIdMarker: [0, { httpQuery: 'upload-id-marker' }],
    MaxUploads: [1, { httpQuery: 'max-uploads' }],
  },
  { NextKeyMarker: 0, NextUploadIdMarker: 0, IsTruncated: 2, Upload: [() => Uploads$, { xmlFlattened: 1 }] },
);

export const PutObjectCommand: CommandType = commandOf('PutObject', ['PUT', '/{Key+}', 200], {
  Key: [0, { httpLabel: 1 }],
  CacheControl: [0, { httpHeader: 'Cache-Control' }],
  Metadata: [[2, 'test', 'Metadata', 0, 0, 0], { httpPrefixHeaders: 'x-amz-meta-' }],
});

export const GetItemCommand: CommandType = commandOf('GetItem', ['POST', '/', 200], { TableName: 0 });
