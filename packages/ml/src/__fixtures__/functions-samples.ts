import { fileURLToPath } from 'node:url';

import type { LayerSamples } from '@arch/contract';

const folder = fileURLToPath(new URL('../lambda/functions/code/__fixtures__/hello', import.meta.url));
const role = 'arn:aws:iam::123456789012:role/hello';
const configuration = {
  FunctionName: 'hello',
  FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:hello',
  Version: '$LATEST',
  Runtime: 'nodejs24.x',
  Handler: 'index.handler',
  Role: role,
  Timeout: 3,
  MemorySize: 128,
  CodeSha256: '5tT2qgzYUHaqwR716pZ2dpkn/0J1FrzJmlKidWoaCgk=',
  CodeSize: 304,
  LastModified: '2026-11-01T10:00:00.000+0000',
  State: 'Active',
  LastUpdateStatus: 'Successful',
};

/** One valid input per function, one valid response per AWS operation. */
export const functionsSamples: LayerSamples = {
  inputs: {
    checkInvocation: 'hello',
    createFunction: { functionName: 'hello', role, code: { folder } },
    deleteFunction: 'hello',
    describeFunction: 'hello',
    invokeFunction: 'hello',
    invokeFunctionAsync: 'hello',
    listFunctions: {},
    updateFunctionCode: { functionName: 'hello', code: { folder } },
    updateFunctionConfiguration: { functionName: 'hello', memoryMiB: 256 },
    waitForFunction: { functionName: 'hello', state: 'updated' },
  },
  answers: {
    CreateFunction: configuration,
    DeleteFunction: { StatusCode: 204 },
    GetFunction: { Configuration: configuration, Tags: { team: 'web' } },
    Invoke: { StatusCode: 200, ExecutedVersion: '$LATEST', Payload: 'bnVsbA==' },
    ListFunctions: { Functions: [configuration] },
    UpdateFunctionCode: configuration,
    UpdateFunctionConfiguration: configuration,
  },
};
