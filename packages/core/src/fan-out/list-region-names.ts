import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';

import { run } from '../call/run.js';
import type { Session } from '../session/session.js';
import { internalsOf } from '../session/session-internals.js';

const statement = { Effect: 'Allow', Action: 'ec2:DescribeRegions', Resource: '*' } as const;

/** The regions that are enabled for the account. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html */
export const listRegionNames = (session: Session, signal: AbortSignal | undefined): Promise<readonly string[]> => {
  const internals = internalsOf(session);
  const failed = {
    operation: 'acrossRegions',
    input: {},
    tables: [],
    statementFor: () => statement,
    actions: [statement.Action],
  };
  return run(
    { name: 'acrossRegions', session: internals, options: { signal }, timeoutMs: internals.limits.callMs, failed },
    async () => {
      const { Regions = [] } = await session.client(EC2Client).send(new DescribeRegionsCommand({}));
      return Regions.map(({ RegionName = '' }) => RegionName)
        .filter(Boolean)
        .sort();
    },
  );
};
