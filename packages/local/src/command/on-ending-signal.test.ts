import { expect, it, vi } from 'vitest';
import { onEndingSignal } from './on-ending-signal.js';

it('handles signals until it is disposed of', () => {
  const before = process.listenerCount('SIGHUP');
  const listener = vi.fn();
  {
    using _signals = onEndingSignal(listener);
    process.emit('SIGHUP', 'SIGHUP');
    expect(listener).toHaveBeenCalledExactlyOnceWith('SIGHUP');
  }
  expect(process.listenerCount('SIGHUP')).toBe(before);
});
