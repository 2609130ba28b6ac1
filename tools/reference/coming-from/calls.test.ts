import { expect, it } from 'vitest';

import { awsOperationsOf } from '../iam.ts';
import { type Entry, readLibraries } from '../library.ts';
import { boto3Method, cliCommand } from './aws-names.ts';
import { serviceCalls } from './calls.ts';

const libraries = await readLibraries();
const exported = (folder: string): ReadonlyMap<string, Entry> =>
  new Map(
    libraries
      .filter((library) => library.folder === folder)
      .flatMap(({ sections }) => sections.flatMap(({ entries }) => entries.map((entry) => [entry.name, entry]))),
  );

it.each(serviceCalls)('names functions that send the operations of $title', ({ folder, calls }) => {
  const entries = exported(folder);
  for (const [operation, names] of Object.entries(calls)) {
    for (const name of names) {
      const info = entries.get(name)?.info;
      expect([name, info && awsOperationsOf(info)]).toEqual([name, expect.arrayContaining([operation])]);
    }
  }
});

it('covers a hundred calls', () => {
  expect(serviceCalls.flatMap(({ calls }) => Object.keys(calls)).length).toBeGreaterThanOrEqual(100);
});

it('writes names as boto3 and the AWS CLI do', () => {
  expect(boto3Method('DescribeDBInstances')).toBe('describe_db_instances');
  expect(boto3Method('ListObjectsV2')).toBe('list_objects_v2');
  expect(boto3Method('RestoreDBInstanceFromDBSnapshot')).toBe('restore_db_instance_from_db_snapshot');
  expect(cliCommand('RunInstances')).toBe('run-instances');
});
