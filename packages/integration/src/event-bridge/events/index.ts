export type { EventInput } from './event-input.js';
export { putEvent, type PutEventInput } from './put-event.js';
export { putEvents, type PutEventsInput } from './put-events.js';
export type { SentEvent } from './request-events.js';
