export type { ConsumeMessagesInput, FailedMessages, HandlerContext } from './consume-messages-input.js';
export { QueueConsumer } from './queue-consumer.js';
