import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { describe, expect, it } from 'vitest';

import type { CommandType } from '../operation/command-type.js';
import type { ClientType } from '../session/client-type.js';
import { createSession } from '../session/create-session.js';
import type { TransportRequest } from '../session/transport.js';
import { call } from './call.js';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

describe('the endpoint of a command', () => {
  it.each<readonly [ClientType<unknown>, CommandType, object, string, string, string]>([
    [KMSClient, ListKeysCommand, {}, 'kms.eu-west-1.amazonaws.com', '/', 'eu-west-1/kms'],
    [DynamoDBClient, ListTablesCommand, {}, 'dynamodb.eu-west-1.amazonaws.com', '/', 'eu-west-1/dynamodb'],
    [
      CloudFormationClient,
      DescribeStacksCommand,
      {},
      'cloudformation.eu-west-1.amazonaws.com',
      '/',
      'eu-west-1/cloudformation',
    ],
    // Global services are signed for one region, whatever that of the session.
    [IAMClient, ListUsersCommand, {}, 'iam.amazonaws.com', '/', 'us-east-1/iam'],
    [
      Route53Client,
      ListResourceRecordSetsCommand,
      { HostedZoneId: '/hostedzone/Z1' },
      'route53.amazonaws.com',
      '/2013-04-01/hostedzone/Z1/rrset',
      'us-east-1/route53',
    ],
  ])('is what the rules of its client say (%#)', async (Client, Command, input, host, path, scope) => {
    const requests: TransportRequest[] = [];
    const handle = async (request: TransportRequest): Promise<never> => {
      requests.push(request);
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    };
    const transport = { handle, destroy: () => undefined };
    await using session = createSession({ region: 'eu-west-1', credentials, transport });
    const failure = call(Client, Command, input as never, { session, maxAttempts: 1 });
    await expect(failure).rejects.toMatchObject({ name: 'ConnectionError' });
    expect(requests).toMatchObject([{ protocol: 'https:', hostname: host, path }]);
    expect(requests[0]?.headers['authorization']).toMatch(
      new RegExp(`Credential=AKIDEXAMPLE/\\d{8}/${scope}/aws4_request`),
    );
  });
});
