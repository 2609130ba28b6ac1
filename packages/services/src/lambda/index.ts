export {
  functionName,
  qualifiedFunctionName,
  newFunctionName,
  qualifier,
  statementId,
  functionArn,
  functionArnParts,
  functionArnIn,
  type FunctionArnParts,
} from './lambda-names.js';
export { lambda } from './lambda.js';
