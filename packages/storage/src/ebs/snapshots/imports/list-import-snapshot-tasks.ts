import { type FilterInput, listOperation, type ListOperation } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeImportSnapshotTasksCommand } from '@aws-sdk/client-ec2';

import { importSnapshotTask, type ImportSnapshotTask } from './import-snapshot-task.js';

export interface ListImportSnapshotTasksInput extends Omit<FilterInput, 'tags'> {}

/**
 * Lists the imports of disk images as snapshots, those in progress and those that ended recently.
 *
 * @example
 * for await (const { importTaskId, status } of listImportSnapshotTasks()) console.log(importTaskId, status);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImportSnapshotTasks.html
 */
export const listImportSnapshotTasks: ListOperation<ListImportSnapshotTasksInput, ImportSnapshotTask> = listOperation(
  () =>
    ec2List({
      name: 'listImportSnapshotTasks',
      command: DescribeImportSnapshotTasksCommand,
      filtersByTags: false,
      item: importSnapshotTask(),
      items: ({ ImportSnapshotTasks }) => ImportSnapshotTasks,
      pageSize: 1_000,
    }),
);
