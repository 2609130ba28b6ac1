export { volumeId, snapshotId } from './ebs-ids.js';
export { instanceId, instanceTypeName } from './ec2-ids.js';
export { ec2 } from './ec2.js';
export { ec2List } from './ec2-list.js';
