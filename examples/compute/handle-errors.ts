// Distinguishes errors by class, without AWS's error codes. Creates: nothing.
import { startInstance } from '@arch/compute';
import { AccessDeniedError, CapacityError, ConflictError, InvalidInputError, NotFoundError } from '@arch/core';

const start = async (instanceId: string): Promise<string> => {
  try {
    await startInstance(instanceId, { wait: true, timeoutMs: 30_000 });
    return 'running';
  } catch (error) {
    if (error instanceof NotFoundError) return `${error.id} does not exist`;
    if (error instanceof ConflictError) return 'the state of the instance does not allow it: retry later';
    if (error instanceof CapacityError) return 'no capacity in its Availability Zone: use another instance type';
    if (error instanceof AccessDeniedError) return `the permission ${error.action} is missing`;
    if (error instanceof InvalidInputError) return `nothing was sent: ${error.message}`;
    throw error;
  }
};

console.log(await start('i-0123456789abcdef0'));
console.log(await start('web-1'));
