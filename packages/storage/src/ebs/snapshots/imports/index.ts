export { describeImportSnapshotTask, type DescribeImportSnapshotTaskInput } from './describe-import-snapshot-task.js';
export { type DiskImageFormat, diskImageFormats, importSnapshot, type ImportSnapshotInput } from './import-snapshot.js';
export { type ImportSnapshotStatus, importSnapshotStatuses, type ImportSnapshotTask } from './import-snapshot-task.js';
export { listImportSnapshotTasks, type ListImportSnapshotTasksInput } from './list-import-snapshot-tasks.js';
export { waitForImportSnapshotTask, type WaitForImportSnapshotTaskInput } from './wait-for-import-snapshot-task.js';
