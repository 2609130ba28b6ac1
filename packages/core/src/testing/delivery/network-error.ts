import type { FaultName } from '../fault-name.js';

/** The faults in which no answer comes because there is no connection. */
export type NetworkFault = Extract<FaultName, 'reset' | 'refused' | 'unknown-host'>;

/** What Node's sockets and the SDK's handler make of a connection that fails. */
export const networkError = (fault: NetworkFault, host: string): Error => {
  switch (fault) {
    case 'reset':
      // The SDK's handler gives this one, and not the others, the name that it tries again.
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

/** How Node ends the body of an answer whose connection breaks. */
export const brokenBodyError = (): Error => Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
