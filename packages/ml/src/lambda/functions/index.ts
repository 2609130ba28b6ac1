export type { FunctionSettings } from '../function-settings.js';
export { deleteFunction, type DeleteFunctionInput } from './delete-function.js';
export { describeFunction, type DescribeFunctionInput } from './describe-function.js';
export type { FunctionDetails } from './function-details.js';
export { functionStates, lambdaFunction, type FunctionState, type LambdaFunction } from './lambda-function.js';
export { listFunctions, type ListFunctionsInput } from './list-functions.js';
export { updateFunctionConfiguration, type UpdateFunctionConfigurationInput } from './update-function-configuration.js';
export { functionGoals, waitForFunction, type FunctionGoal, type WaitForFunctionInput } from './wait-for-function.js';
