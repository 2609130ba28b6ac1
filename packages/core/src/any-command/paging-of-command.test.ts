import { existsSync, globSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import {
  DescribeTableCommand,
  ListBackupsCommand,
  ListTagsOfResourceCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { ListUsersCommand } from '@aws-sdk/client-iam';
import { ListKeysCommand } from '@aws-sdk/client-kms';
import {
  ListHostedZonesByNameCommand,
  ListResourceRecordSetsCommand,
  ListTrafficPolicyInstancesCommand,
} from '@aws-sdk/client-route-53';
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';

import { commandOf, flag, structure, text } from '../__fixtures__/odd-commands.js';
import type { CommandType } from '../declaration/command-type.js';
import { pagingOfCommand } from './paging-of-command.js';

/** What the SDK's paginators of a client do, written in their files: which command, and its tokens. */
interface Paginator {
  readonly client: string;
  readonly command: string;
  readonly token: string;
  readonly next: string;
}

const packages = resolve(import.meta.dirname, '../../..');
/** The folders of all clients that the packages of this repository are built with. */
const clients = [
  ...new Set(
    globSync('*/node_modules/@aws-sdk/client-*', { cwd: packages }).map((path) => realpathSync(join(packages, path))),
  ),
];

const paginatorsOf = (client: string): readonly Paginator[] => {
  const folder = join(client, 'dist-es/pagination');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('Paginator.js')) : [];
  return files.map((file) => {
    const made = /createPaginator\(\w+, (\w+), "([^"]+)", "([^"]+)"/.exec(readFileSync(join(folder, file), 'utf8'));
    const [, command = '', token = '', next = ''] = made ?? [];
    return { client, command, token, next };
  });
};

const require = createRequire(import.meta.url);
const commandsOf = (client: string): Readonly<Record<string, CommandType>> => require(client);

describe('the rule by which commands are paged', () => {
  it("does what the SDK's paginators do, in all clients that are installed", () => {
    const paginators = clients.flatMap(paginatorsOf);
    const wrong = paginators.filter(({ client, command, token, next }) => {
      const { tokens } = pagingOfCommand(commandsOf(client)[command]!);
      return !tokens.some((pair) => pair.token === token && pair.next === next);
    });
    expect(wrong).toEqual([]);
    // 590 paginators of 26 clients when this was written.
    expect(paginators.length).toBeGreaterThan(500);
    expect(clients.length).toBeGreaterThan(20);
  }, 60_000);

  const at = (...tokens: readonly (readonly [token: string, next: string])[]) =>
    tokens.map(([token, next]) => ({ token, next }));

  it.each<readonly [CommandType, ReturnType<typeof at>, string | undefined]>([
    [ListUsersCommand, at(['Marker', 'Marker']), 'IsTruncated'],
    [ListKeysCommand, at(['Marker', 'NextMarker']), 'Truncated'],
    [ListTagsOfResourceCommand, at(['NextToken', 'NextToken']), undefined],
    [ScanCommand, at(['ExclusiveStartKey', 'LastEvaluatedKey']), undefined],
    [ListBackupsCommand, at(['ExclusiveStartBackupArn', 'LastEvaluatedBackupArn']), undefined],
    [
      ListResourceRecordSetsCommand,
      at(
        ['StartRecordName', 'NextRecordName'],
        ['StartRecordType', 'NextRecordType'],
        ['StartRecordIdentifier', 'NextRecordIdentifier'],
      ),
      'IsTruncated',
    ],
    [ListHostedZonesByNameCommand, at(['DNSName', 'NextDNSName'], ['HostedZoneId', 'NextHostedZoneId']), 'IsTruncated'],
    [
      ListTrafficPolicyInstancesCommand,
      at(
        ['HostedZoneIdMarker', 'HostedZoneIdMarker'],
        ['TrafficPolicyInstanceNameMarker', 'TrafficPolicyInstanceNameMarker'],
        ['TrafficPolicyInstanceTypeMarker', 'TrafficPolicyInstanceTypeMarker'],
      ),
      'IsTruncated',
    ],
    // The response repeats the token of the request, beside that of the next page.
    [
      commandOf('ListObjectsV2', { ContinuationToken: text }, { ContinuationToken: text, NextContinuationToken: text }),
      at(['ContinuationToken', 'NextContinuationToken']),
      undefined,
    ],
    [
      commandOf(
        'ListDistributions',
        { Marker: text },
        { DistributionList: structure({ Marker: text, NextMarker: text, IsTruncated: flag }) },
      ),
      at(['Marker', 'DistributionList.NextMarker']),
      'DistributionList.IsTruncated',
    ],
    [commandOf('GetRestApis', { position: text }, { position: text }), at(['position', 'position']), undefined],
    // Tokens that are not of pages.
    [TransactWriteItemsCommand, [], undefined],
    [AssumeRoleWithWebIdentityCommand, [], undefined],
    [commandOf('StartJob', { ClientRequestToken: text }, { ClientRequestToken: text }), [], undefined],
    [DescribeTableCommand, [], undefined],
  ])('finds the tokens of %o', (command, tokens, more) => {
    const paging = pagingOfCommand(command);
    expect(paging.tokens).toEqual(tokens);
    expect(paging.more).toBe(more);
  });
});
