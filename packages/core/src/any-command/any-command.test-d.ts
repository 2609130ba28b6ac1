import { type AttributeValue, DynamoDBClient, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import {
  GetAccountAuthorizationDetailsCommand,
  IAMClient,
  ListUsersCommand,
  type RoleDetail,
  type User,
  type UserDetail,
} from '@aws-sdk/client-iam';
import {
  CreateKeyCommand,
  type CreateKeyCommandInput,
  type CreateKeyCommandOutput,
  DisableKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import { expectTypeOf, test } from 'vitest';

import { commandOf } from '../__fixtures__/odd-commands.js';
import type { Listing } from '../listing/listing.js';
import { call } from './call.js';
import { callable } from './callable.js';
import { list } from './list.js';

test("call has the SDK's types, and nothing where the response has no members", () => {
  expectTypeOf(
    call(KMSClient, CreateKeyCommand, { Description: 'orders' }),
  ).resolves.toEqualTypeOf<CreateKeyCommandOutput>();
  expectTypeOf(call(KMSClient, DisableKeyCommand, { KeyId: 'k' })).resolves.toEqualTypeOf<void>();
  // @ts-expect-error a member that does not exist
  void call(KMSClient, CreateKeyCommand, { Descripton: 'orders' });
  // @ts-expect-error a member within that does not exist
  void call(KMSClient, CreateKeyCommand, { Tags: [{ TagKy: 'a', TagValue: 'b' }] });
  // @ts-expect-error a required member is missing
  void call(KMSClient, DisableKeyCommand, {});
  // @ts-expect-error no such option
  void call(KMSClient, CreateKeyCommand, {}, { repeatble: true });
});

test('list has the items of the only list, and of the named one of several', () => {
  expectTypeOf(list(IAMClient, ListUsersCommand, {})).toEqualTypeOf<Listing<User>>();
  expectTypeOf(list(DynamoDBClient, ListTablesCommand, {})).toEqualTypeOf<Listing<string>>();
  expectTypeOf(list(DynamoDBClient, ScanCommand, { TableName: 't' })).toEqualTypeOf<
    Listing<Record<string, AttributeValue>>
  >();
  const details = GetAccountAuthorizationDetailsCommand;
  expectTypeOf(list(IAMClient, details, {}, { items: 'RoleDetailList' })).toEqualTypeOf<Listing<RoleDetail>>();
  expectTypeOf(list(IAMClient, details, {}, { items: 'UserDetailList', timeoutMs: 1 })).toEqualTypeOf<
    Listing<UserDetail>
  >();
  // @ts-expect-error no list of the response
  void list(IAMClient, details, {}, { items: 'Zebras' });
  const within = commandOf<object, { readonly Defaults?: { readonly Names?: number[] }; readonly Name?: string }>(
    'A',
    {},
    {},
  );
  expectTypeOf(list(KMSClient, within, {})).toEqualTypeOf<Listing<number>>();
  expectTypeOf(list(KMSClient, within, {}, { items: 'Defaults.Names' })).toEqualTypeOf<Listing<number>>();
});

test('callable has the types of its command', () => {
  const createKey = callable(KMSClient, CreateKeyCommand, { permissions: ['kms:CreateKey'] });
  expectTypeOf(createKey).parameter(0).toEqualTypeOf<CreateKeyCommandInput>();
  expectTypeOf(createKey({})).resolves.toEqualTypeOf<CreateKeyCommandOutput>();
  // @ts-expect-error permissions are required
  callable(KMSClient, CreateKeyCommand);
  // @ts-expect-error permissions are required
  callable(KMSClient, CreateKeyCommand, {});
});
