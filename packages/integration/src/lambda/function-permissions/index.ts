export { addFunctionPermission, type AddFunctionPermissionInput } from './add-function-permission.js';
export type { FunctionPermission } from './function-permission.js';
export { removeFunctionPermission, type RemoveFunctionPermissionInput } from './remove-function-permission.js';
