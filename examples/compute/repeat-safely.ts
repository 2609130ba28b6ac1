// Repeats a call only if a repetition is safe. Creates: nothing; fakeAws() replaces AWS and loses the responses.
import { createVpc, stopInstance } from '@arch/compute';
import { ArchError } from '@arch/core';
import { fakeAws, fault } from '@arch/core/testing';

const repeat = async (call: () => Promise<unknown>, times = 2): Promise<string> => {
  try {
    return `done: ${String(await call())}`;
  } catch (error) {
    if (!(error instanceof ArchError)) throw error;
    if (error.retryable && times > 1) return repeat(call, times - 1);
    return error.outcomeUnknown ? `AWS may have completed it, check first: ${error.message}` : error.message;
  }
};

const aws = fakeAws({ answers: { CreateVpc: fault('close-mid-body'), StopInstances: fault('close-mid-body') } });
const { session } = aws;

console.log(await repeat(() => stopInstance('i-0123456789abcdef0', { session })));
console.log(await repeat(() => createVpc({ cidrBlock: '10.0.0.0/16' }, { session })));
console.log(aws.requests.map(({ operation }) => operation).join(' '));
await aws.close();
