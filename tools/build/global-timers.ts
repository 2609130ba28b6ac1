// Takes the place of the global timers in what core builds in: the SDK's runtime waits with the timers that core waits with.
import { realTimers } from '../../packages/core/src/clock/real-timers.js';

export const { setTimeout, clearTimeout, setImmediate, queueMicrotask } = realTimers;
