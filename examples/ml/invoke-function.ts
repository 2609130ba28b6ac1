// Deploys a Lambda function from a file, invokes it with a typed result, and shows an error that the function throws. Creates: one function, deleted at the end.
import { fileURLToPath } from 'node:url';

import { createFunction, deleteFunction, FunctionError, invokeFunction } from '@arch/ml';
import * as z from 'zod/mini';

const { FUNCTION_ROLE: role = 'arn:aws:iam::123456789012:role/function' } = process.env;
const file = fileURLToPath(new URL('../functions/hello.mjs', import.meta.url));
const { functionName } = await createFunction(
  { functionName: `hello-${Date.now()}`, role, code: { file } },
  { wait: true },
);

try {
  const schema = z.object({ greeting: z.string() });
  const { payload } = await invokeFunction({ functionName, payload: { name: 'world' }, schema });
  console.log(payload.greeting);
  await invokeFunction({ functionName, payload: {} });
} catch (error) {
  if (!(error instanceof FunctionError)) throw error;
  console.log(error.message);
} finally {
  await deleteFunction(functionName);
}
