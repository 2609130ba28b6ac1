// Tells errors apart by kind, without knowing AWS's codes. Makes: nothing.
import { startInstance } from '@arch/compute';
import { AccessDeniedError, CapacityError, ConflictError, InvalidInputError, NotFoundError } from '@arch/core';

const start = async (instanceId: string): Promise<string> => {
  try {
    await startInstance(instanceId, { wait: true, timeoutMs: 30_000 });
    return 'running';
  } catch (error) {
    if (error instanceof NotFoundError) return `gone: ${error.id}`;
    if (error instanceof ConflictError) return 'in a state that does not allow it; try later';
    if (error instanceof CapacityError) return 'no room in its zone; try another instance type';
    if (error instanceof AccessDeniedError) return `ask for ${error.action}`;
    if (error instanceof InvalidInputError) return `not sent: ${error.message}`;
    throw error;
  }
};

console.log(await start('i-0123456789abcdef0'));
console.log(await start('web-1'));
