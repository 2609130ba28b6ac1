// Checks whether the credentials allow a call before making it. Creates: nothing.
import { terminateInstance } from '@arch/compute';
import { checkPermission } from '@arch/core';

const [, , instanceId = ''] = process.argv;

const check = await checkPermission(terminateInstance, instanceId);
console.log(check.allowed ? 'allowed' : `missing ${check.missing.join(', ')}: ${check.reason}`);
