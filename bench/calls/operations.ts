import { describeStatement } from '@arch/analytics';
import { describeInstance } from '@arch/compute';
import { createSession, type Session } from '@arch/core';
import { sendMessage } from '@arch/integration';
import { invokeFunction } from '@arch/ml';
import { getObjectBytes, putObject } from '@arch/storage';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeStatementCommand, RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

import { instanceIdOf } from '../ec2-responses.ts';
import { settings } from '../with-server.ts';
import { crc32Of, messageBody, payload, statement, writtenContent } from './data.ts';
import { handMadeClient } from './hand.ts';

type Work = () => Promise<unknown>;

/** One operation in three ways: with this library, with the SDK, and by hand. */
export interface Operation {
  readonly name: string;
  readonly ours: Work;
  readonly sdk: Work;
  readonly hand: Work;
}

interface Clients {
  readonly endpoint: string;
  readonly session: Session;
  /** Makes a client of the SDK. */
  readonly sdk: <Client>(type: new (configuration: object) => Client) => Client;
  readonly byHand: ReturnType<typeof handMadeClient>;
}

/** The operations that are measured. */
export const operationsOf = (endpoint: string, ca: string | undefined): readonly Operation[] => {
  const requestHandler = { httpsAgent: { ca, keepAlive: true, maxSockets: 50 } };
  const clients: Clients = {
    endpoint,
    session: createSession(settings(endpoint)),
    sdk: (type) =>
      new type({ ...settings(endpoint), ...(ca !== undefined && { requestHandler }), forcePathStyle: true }),
    byHand: handMadeClient(endpoint, ca),
  };
  return [
    sendMessages(clients),
    invocations(clients),
    describes(clients),
    getObjects(clients),
    putObjects(clients),
    polls(clients),
  ];
};

const jsonByHand =
  ({ byHand }: Clients, service: string, target: string, version: string) =>
  async (document: object): Promise<unknown> => {
    const headers = { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': target };
    const body = await byHand({ service, method: 'POST', path: '/', headers, body: JSON.stringify(document) });
    return JSON.parse(body.toString()) as unknown;
  };

const sendMessages = (clients: Clients): Operation => {
  const { session, endpoint, sdk } = clients;
  const sqs = sdk(SQSClient);
  const queueUrl = `${endpoint}/123456789012/orders`;
  const request = { QueueUrl: queueUrl, MessageBody: messageBody };
  const byHand = jsonByHand(clients, 'sqs', 'AmazonSQS.SendMessage', '1.0');
  return {
    name: 'SendMessage',
    ours: () => sendMessage({ queueUrl, body: messageBody }, { session }),
    sdk: () => sqs.send(new SendMessageCommand(request)),
    hand: () => byHand(request),
  };
};

const invocations = ({ session, sdk, byHand }: Clients): Operation => {
  const lambda = sdk(LambdaClient);
  return {
    name: 'Invoke',
    ours: () => invokeFunction({ functionName: 'orders', payload }, { session }),
    sdk: async () => {
      const request = { FunctionName: 'orders', Payload: JSON.stringify(payload) };
      const { Payload } = await lambda.send(new InvokeCommand(request));
      return JSON.parse(new TextDecoder().decode(Payload)) as unknown;
    },
    hand: async () => {
      const path = '/2015-03-31/functions/orders/invocations';
      const headers = { 'content-type': 'application/octet-stream' };
      const body = await byHand({ service: 'lambda', method: 'POST', path, headers, body: JSON.stringify(payload) });
      return JSON.parse(body.toString()) as unknown;
    },
  };
};

const describes = ({ session, sdk, byHand }: Clients): Operation => {
  const ec2 = sdk(EC2Client);
  const instanceId = instanceIdOf(1);
  return {
    name: 'DescribeInstances (one)',
    ours: () => describeInstance(instanceId, { session, batch: false }),
    sdk: () => ec2.send(new DescribeInstancesCommand({ InstanceIds: [instanceId] })),
    hand: async () => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const body = `Action=DescribeInstances&Version=2016-11-15&InstanceId.1=${instanceId}`;
      const response = await byHand({ service: 'ec2', method: 'POST', path: '/', headers, body });
      return /<instanceId>([^<]*)/.exec(response.toString())?.[1];
    },
  };
};

const object = { Bucket: 'bench', Key: 'a/b c.txt' };
const ofObject = { bucket: object.Bucket, key: object.Key };
const path = '/bench/a/b%20c.txt';

const getObjects = ({ session, sdk, byHand }: Clients): Operation => {
  const s3 = sdk(S3Client);
  const headers = { 'x-amz-checksum-mode': 'ENABLED' };
  return {
    name: 'GetObject 1 KiB',
    ours: () => getObjectBytes(ofObject, { session }),
    sdk: async () => (await s3.send(new GetObjectCommand(object))).Body?.transformToByteArray(),
    hand: () => byHand({ service: 's3', method: 'GET', path: `${path}?x-id=GetObject`, headers }),
  };
};

const putObjects = ({ session, sdk, byHand }: Clients): Operation => {
  const s3 = sdk(S3Client);
  const put = { service: 's3', method: 'PUT', path: `${path}?x-id=PutObject`, body: writtenContent };
  return {
    name: 'PutObject 16 KiB',
    ours: () => putObject({ ...ofObject, body: writtenContent }, { session }),
    sdk: () => s3.send(new PutObjectCommand({ ...object, Body: writtenContent })),
    hand: () => {
      const headers = {
        'x-amz-sdk-checksum-algorithm': 'CRC32',
        'x-amz-checksum-crc32': crc32Of(writtenContent),
      };
      return byHand({ ...put, headers });
    },
  };
};

const polls = (clients: Clients): Operation => {
  const { session, sdk } = clients;
  const redshift = sdk(RedshiftDataClient);
  const byHand = jsonByHand(clients, 'redshift-data', 'RedshiftData.DescribeStatement', '1.1');
  return {
    name: 'Redshift Data poll',
    ours: () => describeStatement(statement.Id, { session }),
    sdk: () => redshift.send(new DescribeStatementCommand({ Id: statement.Id })),
    hand: () => byHand({ Id: statement.Id }),
  };
};
