export {
  type AlarmState,
  alarmStates,
  type CloudWatchAlarmEvent,
  parseCloudWatchAlarmEvent,
} from './parse-cloud-watch-alarm-event.js';
export {
  type CloudWatchLogEvent,
  type CloudWatchLogsEvent,
  type LogsMessageType,
  logsMessageTypes,
  parseCloudWatchLogsEvent,
} from './parse-cloud-watch-logs-event.js';
export { type CognitoEvent, type CognitoTrigger, cognitoTriggers, parseCognitoEvent } from './parse-cognito-event.js';
export {
  type CustomResourceEvent,
  type CustomResourceRequestType,
  customResourceRequestTypes,
  parseCustomResourceEvent,
} from './parse-custom-resource-event.js';
