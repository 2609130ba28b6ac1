import { ListUsersCommand, IAMClient, User$ } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';

import { ec2 } from '../__fixtures__/instances.js';
import { ListUploadsCommand, objects, Upload$ } from '../__fixtures__/objects.js';
import { input } from '../declaration/read-input.js';
import { resource } from '../schema/resource.js';
import { string } from '../schema/z.js';
import { fakeAws } from '../testing/index.js';
import { listOperation } from './list-operation.js';

const listUsers = listOperation<object, { readonly userName: string }, typeof ListUsersCommand>(() => ({
  name: 'listUsers',
  service: { ...ec2, id: 'IAM', client: IAMClient, prefix: 'iam' },
  command: ListUsersCommand,
  permissions: ['iam:ListUsers'],
  input: input({}),
  item: resource<{ userName: string }>(User$, { userName: string() }),
  items: ({ Users }) => Users,
  pages: { token: 'Marker', more: 'IsTruncated' },
}));

const user = (UserName: string): object => ({ UserName });

describe('a listing with IsTruncated', () => {
  it('ends if IsTruncated is false, even with a token', async () => {
    await using aws = fakeAws();
    aws.once('ListUsers', { Users: [user('ann')], IsTruncated: true, Marker: 'one' });
    aws.once('ListUsers', { Users: [user('bob')], IsTruncated: false, Marker: 'two' });
    const users = await listUsers({}, { session: aws.session }).toArray();
    expect(users.map(({ userName }) => userName)).toEqual(['ann', 'bob']);
    expect(aws.requests.map(({ input: sent }) => sent)).toEqual([{}, { Marker: 'one' }]);
  });

  it.each([{ IsTruncated: true }, { IsTruncated: true, Marker: '' }])(
    'fails after its items where the response says that there is more and names no page: %o',
    async (end) => {
      await using aws = fakeAws();
      aws.on('ListUsers', { Users: [user('ann')], ...end });
      const seen: string[] = [];
      const read = async (): Promise<void> => {
        for await (const { userName } of listUsers({}, { session: aws.session })) seen.push(userName);
      };
      await expect(read()).rejects.toMatchObject({
        name: 'UnexpectedResponseError',
        operation: 'listUsers',
        status: 200,
        message: expect.stringMatching(
          /^listUsers: the response has IsTruncated: true, but no Marker, so the next page cannot be requested\. \(request [\w-]+\)$/,
        ) as string,
      });
      expect(seen).toEqual(['ann']);
      expect(aws.requests).toHaveLength(1);
      expect((await listUsers({}, { session: aws.session }).first())?.userName).toBe('ann');
    },
  );
});

interface Upload {
  readonly key: string;
  readonly uploadId: string;
}

interface Uploads {
  readonly Upload?: readonly object[];
}

const listUploads = listOperation<object, Upload, never>(() => ({
  name: 'listUploads',
  service: objects(),
  command: ListUploadsCommand as never,
  permissions: ['s3:ListBucketMultipartUploads'],
  input: input({}),
  item: resource<Upload>(Upload$, { key: string(), uploadId: string() }),
  items: ({ Upload: uploads }: Uploads) => uploads,
  pages: {
    token: 'KeyMarker',
    next: 'NextKeyMarker',
    further: [{ token: 'UploadIdMarker', next: 'NextUploadIdMarker' }],
    more: 'IsTruncated',
    size: { member: 'MaxUploads', least: 1, most: 1_000 },
  },
}));

describe('a listing with two tokens', () => {
  it('requests the next page with both tokens, or with the first if the second is absent', async () => {
    await using aws = fakeAws();
    const page = (id: string, next: object): object => ({ Upload: [{ Key: `k-${id}`, UploadId: id }], ...next });
    aws.once('ListUploads', page('1', { IsTruncated: true, NextKeyMarker: 'k"1', NextUploadIdMarker: '1' }));
    aws.once('ListUploads', page('2', { IsTruncated: true, NextKeyMarker: 'k-2' }));
    aws.once('ListUploads', page('3', { IsTruncated: false, NextKeyMarker: 'k-3', NextUploadIdMarker: '3' }));
    const uploads = await listUploads({}, { session: aws.session }).toArray();
    expect(uploads.map(({ uploadId }) => uploadId)).toEqual(['1', '2', '3']);
    expect(aws.requests.map(({ input: sent }) => sent)).toEqual([
      { MaxUploads: 1_000 },
      { MaxUploads: 1_000, KeyMarker: 'k"1', UploadIdMarker: '1' },
      { MaxUploads: 1_000, KeyMarker: 'k-2' },
    ]);
  });
});
