// Prints the least-privilege IAM policy of a script from the functions that it calls. Creates: nothing, sends nothing.
import { listInstances, resizeInstance, waitForInstance } from '@arch/compute';
import { policyFor } from '@arch/core';

console.log(JSON.stringify(policyFor(listInstances, resizeInstance, waitForInstance), null, 2));
