export { completeSnapshot, type CompleteSnapshotInput, type CompletingSnapshot } from './complete-snapshot.js';
export { getSnapshotBlock, type GetSnapshotBlockInput } from './get-snapshot-block.js';
export { listChangedBlocks, type ListChangedBlocksInput } from './list-changed-blocks.js';
export { listSnapshotBlocks, type ListSnapshotBlocksInput } from './list-snapshot-blocks.js';
export { putSnapshotBlock, type PutSnapshotBlockInput, type WrittenBlock } from './put-snapshot-block.js';
export type { ChangedBlock, SnapshotBlock } from './snapshot-block.js';
export type { SnapshotSettings } from '../../snapshot-settings.js';
export { type StartedSnapshot, startSnapshot, type StartSnapshotInput } from './start-snapshot.js';
