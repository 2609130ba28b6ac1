import type { FaultName } from '../fault-name.js';

/** The faults without a connection. */
export type NetworkFault = Extract<FaultName, 'reset' | 'refused' | 'unknown-host'>;

/** The error of Node and the SDK's handler for a failed connection. */
export const networkError = (fault: NetworkFault, host: string): Error => {
  switch (fault) {
    case 'reset':
      // The SDK's handler renames only this error to a name that it retries.
      return Object.assign(new Error('read ECONNRESET'), { name: 'TimeoutError', code: 'ECONNRESET', syscall: 'read' });
    case 'refused':
      return Object.assign(new Error(`connect ECONNREFUSED ${host}`), {
        code: 'ECONNREFUSED',
        syscall: 'connect',
        address: host,
      });
    case 'unknown-host':
      return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), {
        code: 'ENOTFOUND',
        syscall: 'getaddrinfo',
        hostname: host,
      });
  }
};

/** Node's error for a body whose connection breaks. */
export const brokenBodyError = (): Error => Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
