import { ConflictError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import {
  createEmrServerlessApplication,
  deleteEmrServerlessApplication,
  describeEmrServerlessApplication,
  listEmrServerlessApplications,
  startEmrServerlessApplication,
  stopEmrServerlessApplication,
} from './index.js';

// On the local AWS an application is started as soon as it is created.
it('creates, starts, stops and deletes an application', async () => {
  const created = await createEmrServerlessApplication(
    {
      name: 'local',
      releaseLabel: 'emr-7.9.0',
      maximumCapacity: { vCpus: 32, memoryGB: 256 },
      idleTimeoutMinutes: 5,
      tags: { team: 'data' },
    },
    { wait: true },
  );
  const { applicationId } = created;
  expect(created).toMatchObject({
    name: 'local',
    type: 'Spark',
    maximumCapacity: { vCpus: 32, memoryGB: 256 },
    idleTimeoutMinutes: 5,
    tags: { team: 'data' },
  });
  const started = await startEmrServerlessApplication(created, { wait: true });
  expect(await listEmrServerlessApplications({ state: 'STARTED' }).toArray()).toMatchObject([{ applicationId }]);
  await expect(deleteEmrServerlessApplication(started)).rejects.toThrow(ConflictError);
  expect((await stopEmrServerlessApplication(started, { wait: true })).state).toBe('STOPPED');
  await deleteEmrServerlessApplication(started, { wait: true });
  expect((await describeEmrServerlessApplication(applicationId)).state).toBe('TERMINATED');
  await expect(describeEmrServerlessApplication('00none')).rejects.toThrow(NotFoundError);
});
