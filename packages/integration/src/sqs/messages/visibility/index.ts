export { HiddenMessages } from './hidden-messages.js';
