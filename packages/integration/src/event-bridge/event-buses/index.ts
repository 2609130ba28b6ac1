export { createEventBus, type CreateEventBusInput } from './create-event-bus.js';
export { deleteEventBus, type DeleteEventBusInput } from './delete-event-bus.js';
export { describeEventBus, type DescribeEventBusInput } from './describe-event-bus.js';
export type { EventBus, EventBusReference, ListedEventBus } from './event-bus.js';
export { listEventBuses, type ListEventBusesInput } from './list-event-buses.js';
