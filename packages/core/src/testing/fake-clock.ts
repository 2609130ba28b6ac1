import { AsyncLocalStorage } from 'node:async_hooks';

import type { Cancel, Clock } from '../clock/clock.js';
import { quietTurns } from './quiet-turns.js';

/** How a fake clock starts and moves. */
export interface FakeClockOptions {
  /** What `now()` says at first. Default 2026-01-01T00:00:00Z. */
  readonly start?: Date | undefined;
  /** Whether time passes only with `advance()`. Default: pauses are jumped over as soon as the process has nothing else to do. */
  readonly manual?: boolean | undefined;
}

interface Scheduled {
  readonly dueMs: number;
  readonly kind: 'deadline' | 'pause';
  readonly callback: () => void;
}

/**
 * A clock on which ten minutes take no time. When nothing is going on it jumps to the earliest pause, by way of the deadlines before it.
 * A deadline with no pause behind it is reached only while a request hangs: not because real work takes a while.
 *
 * @example
 * const clock = new FakeClock({ manual: true });
 * await clock.advance(1_000);
 */
export class FakeClock implements Clock {
  readonly #startMs: number;
  readonly #manual: boolean;
  // In the order of scheduling, which decides between those that are due at the same time.
  readonly #scheduled: Set<Scheduled> = new Set();
  #nowMs: number;
  #hanging = 0;
  #activity = 0;
  #moving = false;

  constructor({ start = new Date('2026-01-01T00:00:00Z'), manual = false }: FakeClockOptions = {}) {
    this.#startMs = this.#nowMs = start.getTime();
    this.#manual = manual;
  }

  now(): number {
    return this.#nowMs;
  }

  /** Milliseconds that have passed on this clock. */
  get elapsedMs(): number {
    return this.#nowMs - this.#startMs;
  }

  schedule(delayMs: number, kind: 'deadline' | 'pause', callback: () => void): Cancel {
    // As a timer would, it calls back in the async context of who scheduled it.
    const scheduled = { dueMs: this.#nowMs + Math.max(0, delayMs), kind, callback: AsyncLocalStorage.bind(callback) };
    this.#scheduled.add(scheduled);
    this.touch();
    return () => {
      if (this.#scheduled.delete(scheduled)) this.touch();
    };
  }

  /** Lets `ms` pass: what is due happens in order, each with the time to have its consequences. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await this.#quiet();
    for (let next = this.#earliest(); next && next.dueMs <= untilMs; next = this.#earliest()) {
      this.#reach(next);
      await this.#quiet();
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs);
  }

  /** Says that something waits without end, so that deadlines come: until what this gives is called. */
  hang(): Cancel {
    let hangs = true;
    this.#hanging++;
    this.touch();
    return () => {
      if (hangs) this.#hanging--;
      hangs = false;
    };
  }

  /** Says that something is going on: time stands still for some turns of the event loop. */
  touch(): void {
    this.#activity++;
    if (!this.#manual && !this.#moving) void this.#move();
  }

  /** Forgets everything that was scheduled. */
  stop(): void {
    this.#scheduled.clear();
  }

  async #move(): Promise<void> {
    this.#moving = true;
    try {
      while (this.#mayJump()) {
        await this.#quiet();
        const next = this.#mayJump() ? this.#earliest() : undefined;
        if (next) this.#reach(next);
      }
    } finally {
      this.#moving = false;
    }
  }

  #quiet(): Promise<void> {
    return quietTurns(() => this.#activity);
  }

  #mayJump(): boolean {
    if (this.#hanging > 0) return this.#scheduled.size > 0;
    for (const { kind } of this.#scheduled) if (kind === 'pause') return true;
    return false;
  }

  #earliest(): Scheduled | undefined {
    let earliest: Scheduled | undefined;
    for (const each of this.#scheduled) if (!earliest || each.dueMs < earliest.dueMs) earliest = each;
    return earliest;
  }

  #reach(next: Scheduled): void {
    this.#scheduled.delete(next);
    this.#nowMs = Math.max(this.#nowMs, next.dueMs);
    next.callback();
  }
}
