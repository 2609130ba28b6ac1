export { monitoringStates, type InstanceMonitoring } from './instance-monitoring.js';
export { monitorInstance, type MonitorInstanceInput } from './monitor-instance.js';
export { unmonitorInstance, type UnmonitorInstanceInput } from './unmonitor-instance.js';
