import { NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import {
  createEmrServerlessApplication,
  deleteEmrServerlessApplication,
  stopEmrServerlessApplication,
} from '../applications/index.js';
import { cancelJobRun, describeJobRun, listJobRuns, runSparkJob } from './index.js';

// On the local AWS every job succeeds at once.
it('runs, describes, lists and cancels a Spark job', async () => {
  const { applicationId } = await createEmrServerlessApplication({ releaseLabel: 'emr-7.9.0' }, { wait: true });
  const executionRoleArn = 'arn:aws:iam::123456789012:role/spark-jobs';
  const job = { applicationId, executionRoleArn, entryPoint: 's3://jobs/sales.py', arguments: ['2026-11'] };
  const run = await runSparkJob({ ...job, name: 'sales', conf: { 'spark.executor.memory': '4g' } }, { wait: true });
  expect(run).toMatchObject({ applicationId, state: 'SUCCESS', name: 'sales', executionRole: executionRoleArn });
  expect(run).toMatchObject({ entryPoint: 's3://jobs/sales.py', entryPointArguments: ['2026-11'] });
  expect(await listJobRuns({ applicationId }).first()).toMatchObject({ jobRunId: run.jobRunId, state: 'SUCCESS' });
  await cancelJobRun(run);
  expect((await describeJobRun(run)).state).toBe('CANCELLED');
  await expect(describeJobRun({ applicationId, jobRunId: '00none' })).rejects.toThrow(NotFoundError);
  await stopEmrServerlessApplication(applicationId, { wait: true });
  await deleteEmrServerlessApplication(applicationId);
});
