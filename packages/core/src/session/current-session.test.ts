import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { describeInstance, instancesOf, listInstances } from '../__fixtures__/instances.js';
import { fakeAws } from '../testing/index.js';
import { sessionFor, withSession } from './current-session.js';

const answers = { DescribeInstances: instancesOf(['i-1']) };

describe('the session of a call', () => {
  it('is that of withSession, also after await and with several at the same time', async () => {
    await using one = fakeAws({ answers, region: 'eu-west-1' });
    await using other = fakeAws({ answers, region: 'eu-west-2' });
    const work = async (): Promise<void> => {
      await turn();
      await describeInstance('i-1');
      await turn();
      await describeInstance('i-1');
    };
    await Promise.all([withSession(one.session, work), withSession(other.session, work)]);
    expect([one.requests.length, other.requests.length]).toEqual([2, 2]);
  });

  it('is that of its options, also in withSession', async () => {
    await using outer = fakeAws({ answers });
    await using own = fakeAws({ answers });
    await withSession(outer.session, () => describeInstance('i-1', { session: own.session }));
    expect([outer.requests.length, own.requests.length]).toEqual([0, 1]);
  });

  it('is that of the innermost withSession', async () => {
    await using outer = fakeAws({ answers });
    await using inner = fakeAws({ answers });
    await withSession(outer.session, async () => {
      await withSession(inner.session, () => describeInstance('i-1'));
      await describeInstance('i-1');
    });
    expect([outer.requests.length, inner.requests.length]).toEqual([1, 1]);
  });

  it('is, for a listing, the one that was current when the listing was created', async () => {
    await using outer = fakeAws({ answers });
    await using inner = fakeAws({ answers });
    const listing = withSession(inner.session, () => listInstances());
    await withSession(outer.session, () => listing.toArray());
    expect([outer.requests.length, inner.requests.length]).toEqual([0, 1]);
  });

  it('is also that of the withSession of another copy of this package', async () => {
    const path = './current-session.js?copy';
    const other = (await import(/* @vite-ignore */ path)) as { withSession: typeof withSession };
    expect(other.withSession).not.toBe(withSession);
    await using aws = fakeAws({ answers });
    await other.withSession(aws.session, () => describeInstance('i-1'));
    expect(aws.requests).toHaveLength(1);
  });

  it('is by default one for the process, or one per profile', () => {
    expect(sessionFor({})).toBe(sessionFor({}));
    expect(sessionFor({ profile: 'staging' })).toBe(sessionFor({ profile: 'staging' }));
    expect(sessionFor({ profile: 'staging' })).not.toBe(sessionFor({}));
    expect(sessionFor({ region: 'eu-west-1' })).toBe(sessionFor({}).in('eu-west-1'));
  });

  it('is that of the profile in its options, also in withSession', async () => {
    await using aws = fakeAws();
    expect(withSession(aws.session, () => sessionFor({ profile: 'staging' }))).toBe(sessionFor({ profile: 'staging' }));
    expect(withSession(aws.session, () => sessionFor({ region: 'eu-west-1' }))).toBe(aws.session.in('eu-west-1'));
  });
});
