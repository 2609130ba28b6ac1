import { AsyncLocalStorage } from 'node:async_hooks';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { sessionFor, withSession } from '../session/current-session.js';
import { declared, type DeclaredFunction } from '../declaration/info.js';
import type { Session } from '../session/session.js';
import { runConcurrently } from './run-concurrently.js';
import { concurrencyOf, type FanOutOptions } from './fan-out-options.js';

/** The result or error of one region. `ok` says which. */
export type RegionResult<Value> =
  | { readonly ok: true; readonly region: string; readonly value: Value; readonly error?: undefined }
  | { readonly ok: false; readonly region: string; readonly error: unknown; readonly value?: undefined };

/** The type of `acrossRegions`. */
export interface AcrossRegions extends DeclaredFunction {
  <Value>(
    regions: readonly string[] | 'all',
    work: (scope: {
      readonly region: string;
      readonly session: Session;
      readonly signal: AbortSignal;
    }) => Promise<Value>,
    options?: FanOutOptions,
  ): AsyncGenerator<RegionResult<Value>, void, undefined>;
}

/**
 * Runs `work` in each region, several at a time, and yields each result when it is complete. An error in one region is that region's result and
 * does not end the others. `'all'` stands for the regions that are enabled for the account (requires `ec2:DescribeRegions`). Calls inside `work`
 * use its region.
 *
 * @example
 * for await (const result of acrossRegions('all', () => listInstances().count()))
 *   console.log(result.region, result.ok ? result.value : result.error);
 */
export const acrossRegions: AcrossRegions = declared(start, 'core', () => ({
  name: 'acrossRegions',
  permissions: ['ec2:DescribeRegions'],
}));

function start<Value>(
  regions: Parameters<AcrossRegions>[0],
  work: Parameters<typeof acrossRegions<Value>>[1],
  options: FanOutOptions = {},
): AsyncGenerator<RegionResult<Value>, void, undefined> {
  return inRegions({ regions, work, options, inContext: AsyncLocalStorage.snapshot() });
}

interface InRegions<Value> {
  readonly regions: Parameters<AcrossRegions>[0];
  readonly work: Parameters<typeof acrossRegions<Value>>[1];
  readonly options: FanOutOptions;
  readonly inContext: ReturnType<typeof AsyncLocalStorage.snapshot>;
}

async function* inRegions<Value>({
  regions,
  work,
  options,
  inContext,
}: InRegions<Value>): AsyncGenerator<RegionResult<Value>, void, undefined> {
  const concurrency = concurrencyOf('acrossRegions', options);
  if (regions !== 'all' && !(Array.isArray(regions) && regions.every((region) => typeof region === 'string'))) {
    throw new InvalidInputError("acrossRegions: regions must be a list of region names or 'all'.");
  }
  const session = inContext(() => sessionFor({ session: options.session }));
  const names = regions === 'all' ? await enabledRegions(session, options.signal) : [...new Set(regions)];
  yield* runConcurrently(
    names,
    { concurrency, signal: options.signal },
    async (region, signal): Promise<RegionResult<Value>> => {
      try {
        const regional = session.in(region);
        return {
          ok: true,
          region,
          value: await withSession(regional, () => work({ region, session: regional, signal })),
        };
      } catch (error) {
        return { ok: false, region, error };
      }
    },
  );
}

const enabledRegions = async (session: Session, signal: AbortSignal | undefined): Promise<readonly string[]> => {
  const { listRegionNames } = await import('./list-region-names.js');
  return listRegionNames(session, signal);
};
