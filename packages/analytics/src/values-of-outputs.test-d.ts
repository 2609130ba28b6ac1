import { expectTypeOf, it } from 'vitest';

import type * as layer from './index.js';

/** The member of an input. */
type Member<Input, Name extends string> =
  Exclude<Input, string> extends { readonly [Key in Name]?: infer Value } ? Value : never;

it('inputs accept what outputs return', () => {
  expectTypeOf<layer.EmrCluster['state']>().toExtend<Member<layer.ListEmrClustersInput, 'state'> | undefined>();
  expectTypeOf<layer.Step['state']>().toExtend<Member<layer.ListStepsInput, 'state'> | undefined>();
  expectTypeOf<layer.JobRun['state']>().toExtend<Member<layer.ListJobRunsInput, 'state'> | undefined>();
  expectTypeOf<layer.JobRun['mode']>().toExtend<Member<layer.ListJobRunsInput, 'mode'> | undefined>();
  expectTypeOf<layer.JobRun['mode']>().toExtend<Member<layer.RunSparkJobInput, 'mode'> | undefined>();
  expectTypeOf<layer.EmrServerlessApplication['state']>().toExtend<
    Member<layer.ListEmrServerlessApplicationsInput, 'state'> | undefined
  >();
  expectTypeOf<layer.EmrServerlessApplication['architecture']>().toExtend<
    Member<layer.CreateEmrServerlessApplicationInput, 'architecture'> | undefined
  >();
  expectTypeOf<layer.EmrServerlessApplication['type']>().toExtend<
    Member<layer.CreateEmrServerlessApplicationInput, 'type'> | undefined
  >();
  expectTypeOf<layer.Statement['status']>().toExtend<Member<layer.ListStatementsInput, 'status'> | undefined>();
  expectTypeOf<layer.RedshiftClusterSnapshot['snapshotType']>().toExtend<
    Member<layer.ListRedshiftClusterSnapshotsInput, 'snapshotType'> | undefined
  >();
});
