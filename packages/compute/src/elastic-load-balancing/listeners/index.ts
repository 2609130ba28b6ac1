export {
  createListener,
  type CreateListenerInput,
  type ListenerProtocol,
  listenerProtocols,
} from './create-listener.js';
export { deleteListener, type DeleteListenerInput } from './delete-listener.js';
export { describeListener, type DescribeListenerInput } from './describe-listener.js';
export { listListeners, type ListListenersInput } from './list-listeners.js';
export type { ListenerActionInput } from './listener-action-input.js';
export type { FixedResponse, Listener, ListenerAction, Redirect } from './listener.js';
