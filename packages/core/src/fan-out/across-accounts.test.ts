import { describe, expect, it } from 'vitest';

import { instancesOf, listInstances } from '../__fixtures__/instances.js';
import { withSession } from '../session/current-session.js';
import { fakeAws } from '../testing/index.js';
import { acrossAccounts } from './across-accounts.js';

const answers = { DescribeInstances: instancesOf(['i-1']) };

const roleOf = (account: number): string => `arn:aws:iam::${String(account).padStart(12, '0')}:role/audit`;

describe('acrossAccounts', () => {
  it('runs calls without options with the role of each account', async () => {
    await using aws = fakeAws({ answers });
    const roles = [roleOf(1), { roleArn: roleOf(2), externalId: 'customer' }];
    const results = await Array.fromAsync(
      acrossAccounts(roles, () => listInstances().count(), { session: aws.session }),
    );
    expect(results).toEqual(
      expect.arrayContaining([
        { ok: true, accountId: '000000000001', roleArn: roleOf(1), value: 1 },
        { ok: true, accountId: '000000000002', roleArn: roleOf(2), value: 1 },
      ]),
    );
    const assumed = aws.requests
      .filter(({ operation }) => operation === 'AssumeRole')
      .map(({ input }) => [input['RoleArn'], input['ExternalId']]);
    expect(assumed).toEqual(
      expect.arrayContaining([
        [roleOf(1), undefined],
        [roleOf(2), 'customer'],
      ]),
    );
    expect(
      new Set(
        aws.requests.filter(({ operation }) => operation === 'DescribeInstances').map(({ accessKeyId }) => accessKeyId),
      ).size,
    ).toBe(2);
  });

  it('returns an error in one account as the result of that account', async () => {
    await using aws = fakeAws();
    const work = async ({ accountId }: { accountId: string }): Promise<string> => {
      if (accountId === '000000000001') throw new Error('of the work');
      return accountId;
    };
    const results = await Array.fromAsync(
      acrossAccounts([roleOf(1), roleOf(2), 'nobody'], work, { session: aws.session }),
    );
    expect(results).toEqual(
      expect.arrayContaining([
        { ok: false, accountId: '000000000001', roleArn: roleOf(1), error: new Error('of the work') },
        { ok: true, accountId: '000000000002', roleArn: roleOf(2), value: '000000000002' },
        {
          ok: false,
          accountId: '',
          roleArn: 'nobody',
          error: expect.objectContaining({ name: 'InvalidInputError' }) as object,
        },
      ]),
    );
  });

  it('rejects invalid arguments before it starts', async () => {
    const results = (roles: unknown, options = {}): Promise<unknown> =>
      Array.fromAsync(acrossAccounts(roles as never, async () => 1, options));
    await expect(results(roleOf(1))).rejects.toThrow('acrossAccounts: roles must be a list of role ARNs.');
    await expect(results([roleOf(1)], { concurrency: 1.5 })).rejects.toThrow(
      'acrossAccounts: concurrency must be a whole number of at least 1 (got 1.5).',
    );
    await expect(results([roleOf(1)], { signal: AbortSignal.abort('before') })).rejects.toBe('before');
  });

  it('uses the session of the place where it was called', async () => {
    await using aws = fakeAws({ answers });
    const results = withSession(aws.session, () => acrossAccounts([roleOf(1)], () => listInstances().count()));
    expect(await Array.fromAsync(results)).toMatchObject([{ accountId: '000000000001', value: 1 }]);
  });
});
