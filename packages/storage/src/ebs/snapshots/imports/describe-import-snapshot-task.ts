import { type AwsInput, input, notFound, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeImportSnapshotTasksCommand } from '@aws-sdk/client-ec2';

import { importSnapshotTask, type ImportSnapshotTask } from './import-snapshot-task.js';
import { importTaskId } from './import-task-id.js';

export interface DescribeImportSnapshotTaskInput extends AwsInput {
  /** The ID of the import, e.g. `import-snap-0123456789abcdef0`. */
  readonly importTaskId: string;
}

/**
 * Describes one import of a disk image as a snapshot. Concurrent calls are joined into one request for up to 100 imports.
 *
 * @example
 * const { status, statusMessage, snapshotId } = await describeImportSnapshotTask('import-snap-0123456789abcdef0');
 * @throws {NotFoundError} there is no such import in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImportSnapshotTasks.html
 */
export const describeImportSnapshotTask: Operation<string | DescribeImportSnapshotTaskInput, ImportSnapshotTask> =
  operation(() => ({
    name: 'describeImportSnapshotTask',
    service: ec2,
    command: DescribeImportSnapshotTasksCommand,
    permissions: ['ec2:DescribeImportSnapshotTasks'],
    key: 'importTaskId',
    input: input<DescribeImportSnapshotTaskInput>({ importTaskId: importTaskId() }),
    output: importSnapshotTask(),
    absent: 'not-found',
    errors: { InvalidConversionTaskId: notFound({ resource: 'import', member: 'importTaskId' }) },
    batch: {
      limit: 100,
      ids: 'ImportTaskIds',
      items: ({ ImportSnapshotTasks }) => ImportSnapshotTasks,
      id: 'ImportTaskId',
    },
  }));
