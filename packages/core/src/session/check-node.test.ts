import { afterEach, expect, it, vi } from 'vitest';

import { checkNode } from './check-node.js';
import { createSession } from './create-session.js';

const { withResolvers } = Promise;
afterEach(() => {
  Object.defineProperty(Promise, 'withResolvers', { value: withResolvers, configurable: true, writable: true });
  vi.restoreAllMocks();
});

it('accepts this Node.js', () => {
  expect(checkNode).not.toThrow();
});

it('names the version that is required when a session is created on an older one', () => {
  vi.spyOn(process, 'version', 'get').mockReturnValue('v20.19.0');
  Reflect.deleteProperty(Promise, 'withResolvers');
  expect(() => createSession({ region: 'eu-west-1' })).toThrow(
    '@arch/core requires Node.js 22.18 or newer; this is v20.19.0. Install a newer Node.js.',
  );
});
