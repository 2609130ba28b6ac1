import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { describeInstance, instancesOf, listInstances } from '../__fixtures__/instances.js';
import { sessionFor, withSession } from '../session/current-session.js';
import { awsError, fakeAws } from '../testing/index.js';
import { acrossRegions } from './across-regions.js';

const answers = { DescribeInstances: instancesOf(['i-1']) };

describe('acrossRegions', () => {
  it('runs calls without options once in each region', async () => {
    await using aws = fakeAws({ answers });
    const results = await Array.fromAsync(
      acrossRegions(['eu-west-1', 'us-east-2', 'eu-west-1'], () => listInstances().count(), { session: aws.session }),
    );
    expect(results).toEqual(
      expect.arrayContaining([
        { ok: true, region: 'eu-west-1', value: 1 },
        { ok: true, region: 'us-east-2', value: 1 },
      ]),
    );
    expect(aws.requests.map(({ region }) => String(region)).toSorted((one, other) => one.localeCompare(other))).toEqual(
      ['eu-west-1', 'us-east-2'],
    );
  });

  it('passes region, session and signal to the work', async () => {
    await using aws = fakeAws();
    const [result] = await Array.fromAsync(
      acrossRegions(
        ['eu-west-1'],
        async ({ region, session, signal }) => [region, session === sessionFor({}), signal.aborted],
        { session: aws.session },
      ),
    );
    expect(result).toEqual({ ok: true, region: 'eu-west-1', value: ['eu-west-1', true, false] });
  });

  it('runs in all enabled regions of the account', async () => {
    await using aws = fakeAws({ answers });
    aws.on('DescribeRegions', { Regions: [{ RegionName: 'us-east-1' }, { RegionName: 'eu-west-1' }, {}] });
    const results = withSession(aws.session, () => acrossRegions('all', () => listInstances().count()));
    expect((await Array.fromAsync(results)).map(({ region }) => region).sort()).toEqual(['eu-west-1', 'us-east-1']);
    aws.on(
      'DescribeRegions',
      awsError('UnauthorizedOperation', 'You are not authorized to perform this operation.', { status: 403 }),
    );
    await expect(Array.fromAsync(acrossRegions('all', async () => 1, { session: aws.session }))).rejects.toMatchObject({
      name: 'AccessDeniedError',
      operation: 'acrossRegions',
      statement: { Effect: 'Allow', Action: 'ec2:DescribeRegions', Resource: '*' },
    });
  });

  it('returns an error in one region as the result of that region', async () => {
    await using aws = fakeAws();
    aws.on('DescribeInstances', (_input, { request }) =>
      request.region === 'eu-west-1' ? awsError('OptInRequired', 'Not here', { status: 401 }) : instancesOf(['i-1']),
    );
    const results = await Array.fromAsync(
      acrossRegions(['eu-west-1', 'eu-west-2', 'Nowhere'], () => describeInstance('i-1'), { session: aws.session }),
    );
    expect(results).toEqual(
      expect.arrayContaining([
        { ok: false, region: 'eu-west-1', error: expect.objectContaining({ name: 'AccessDeniedError' }) as object },
        { ok: true, region: 'eu-west-2', value: expect.objectContaining({ instanceId: 'i-1' }) as object },
        { ok: false, region: 'Nowhere', error: expect.objectContaining({ name: 'InvalidInputError' }) as object },
      ]),
    );
  });

  it.each([
    [undefined, 8],
    [3, 3],
  ])('runs in at most concurrency regions at a time: %s', async (concurrency, most) => {
    await using aws = fakeAws();
    let running = 0;
    let highest = 0;
    const regions = Array.from({ length: 20 }, (_, index) => `eu-test-${index}`);
    const work = async (): Promise<void> => {
      highest = Math.max(highest, ++running);
      await turn();
      running--;
    };
    expect(await Array.fromAsync(acrossRegions(regions, work, { session: aws.session, concurrency }))).toHaveLength(20);
    expect(highest).toBe(most);
  });

  it('yields each result when it is complete, and stops with the consumer', async () => {
    await using aws = fakeAws();
    const started: string[] = [];
    const stopped: string[] = [];
    const work = async ({ region, signal }: { region: string; signal: AbortSignal }): Promise<string> => {
      started.push(region);
      signal.addEventListener('abort', () => stopped.push(region));
      return region === 'eu-fast-1' ? region : new Promise(() => undefined);
    };
    for await (const { region } of acrossRegions(['eu-slow-1', 'eu-fast-1', 'eu-last-1'], work, {
      session: aws.session,
      concurrency: 2,
    })) {
      expect(region).toBe('eu-fast-1');
      break;
    }
    expect([started, stopped]).toEqual([
      ['eu-slow-1', 'eu-fast-1'],
      ['eu-slow-1', 'eu-fast-1'],
    ]);
  });

  it('rejects with the reason of its signal, also if the work ignores it', async () => {
    await using aws = fakeAws();
    const controller = new AbortController();
    const started: string[] = [];
    const work = async ({ region }: { region: string }): Promise<void> => {
      started.push(region);
      if (region !== 'eu-test-1') await new Promise(() => undefined);
    };
    const seen: string[] = [];
    const read = async (): Promise<void> => {
      for await (const { region } of acrossRegions(['eu-test-1', 'eu-test-2', 'eu-test-3'], work, {
        session: aws.session,
        signal: controller.signal,
        concurrency: 2,
      })) {
        seen.push(region);
        controller.abort('enough');
      }
    };
    await expect(read()).rejects.toBe('enough');
    expect([seen, started]).toEqual([['eu-test-1'], ['eu-test-1', 'eu-test-2']]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it.each([
    [[['eu-west-1'], { concurrency: 0 }], 'acrossRegions: concurrency must be a whole number of at least 1 (got 0).'],
    [['some', {}], "acrossRegions: regions must be a list of region names or 'all'."],
    [[[5], {}], "acrossRegions: regions must be a list of region names or 'all'."],
  ])('rejects invalid arguments before it starts: case %#', async ([regions, options], words) => {
    await using aws = fakeAws();
    const results = acrossRegions(regions as never, async () => 1, { session: aws.session, ...(options as object) });
    await expect(Array.fromAsync(results)).rejects.toMatchObject({ name: 'InvalidInputError', message: words });
  });
});
