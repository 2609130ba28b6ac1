export { createFunction, type CreateFunctionInput } from './create-function.js';
export type { NewFunction } from './request-function.js';
export type { NewFunctionCode } from './request-function-code.js';
export { updateFunctionCode, type UpdateFunctionCodeInput } from './update-function-code.js';
