export { type MovedObject, moveObject, type MoveObjectInput } from './move-object.js';
