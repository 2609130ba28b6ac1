export { eventBridge, ruleResources } from './event-bridge.js';
export { eventBusName, isDefaultBus } from './event-bus-name.js';
