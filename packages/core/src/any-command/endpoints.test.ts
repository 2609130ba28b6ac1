import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { describe, expect, it } from 'vitest';

import type { CommandType } from '../declaration/command-type.js';
import type { ClientType } from '../call/client-type.js';
import { createSession } from '../session/create-session.js';
import type { TransportRequest } from '../transport/transport.js';
import { call } from './call.js';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

interface Case {
  readonly client: ClientType<unknown>;
  readonly command: CommandType;
  readonly input?: object;
  readonly host: string;
  readonly path?: string;
  readonly signed: string;
}

describe('the endpoint of a command', () => {
  it.each<Case>([
    { client: KMSClient, command: ListKeysCommand, host: 'kms.eu-west-1.amazonaws.com', signed: 'eu-west-1/kms' },
    {
      client: DynamoDBClient,
      command: ListTablesCommand,
      host: 'dynamodb.eu-west-1.amazonaws.com',
      signed: 'eu-west-1/dynamodb',
    },
    {
      client: CloudFormationClient,
      command: DescribeStacksCommand,
      host: 'cloudformation.eu-west-1.amazonaws.com',
      signed: 'eu-west-1/cloudformation',
    },
    // Global services are signed for one region, whatever that of the session.
    { client: IAMClient, command: ListUsersCommand, host: 'iam.amazonaws.com', signed: 'us-east-1/iam' },
    {
      client: Route53Client,
      command: ListResourceRecordSetsCommand,
      input: { HostedZoneId: '/hostedzone/Z1' },
      host: 'route53.amazonaws.com',
      path: '/2013-04-01/hostedzone/Z1/rrset',
      signed: 'us-east-1/route53',
    },
  ])(
    'is what the rules of its client say: $host',
    async ({ client, command, input = {}, host, path = '/', signed }) => {
      const requests: TransportRequest[] = [];
      const handle = async (request: TransportRequest): Promise<never> => {
        requests.push(request);
        throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      };
      const transport = { handle, destroy: () => undefined };
      await using session = createSession({ region: 'eu-west-1', credentials, transport });
      const failure = call(client, command, input as never, { session, maxAttempts: 1 });
      await expect(failure).rejects.toMatchObject({ name: 'ConnectionError' });
      expect(requests).toMatchObject([{ protocol: 'https:', hostname: host, path }]);
      expect(requests[0]?.headers['authorization']).toMatch(
        new RegExp(`Credential=AKIDEXAMPLE/\\d{8}/${signed}/aws4_request`),
      );
    },
  );
});
