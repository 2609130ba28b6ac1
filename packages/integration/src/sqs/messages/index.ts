export {
  changeMessageVisibility,
  type ChangeMessageVisibility,
  type ChangeMessageVisibilityInput,
} from './change-message-visibility.js';
export { consumeMessages, type ConsumeMessages } from './consume-messages.js';
export type { ConsumeMessagesInput, FailedMessages, HandlerContext } from './consumer/index.js';
export { deleteMessage, type DeleteMessageInput } from './delete-message.js';
export { deleteMessages, type DeleteMessagesInput } from './delete-messages.js';
export type { Message, ReceivedMessage } from './message.js';
export type { MessageInput } from './message-input.js';
export { receiveMessages, type ReceiveMessages } from './receive-messages.js';
export type { ReceiveMessagesInput } from './receive-messages-input.js';
export { sendMessage, type SendMessageInput, type SentMessage } from './send-message.js';
export { sendMessages, type SendMessagesInput } from './send-messages.js';
export type { MessageAttributes, MessageAttributeValue } from '../message-attributes.js';
