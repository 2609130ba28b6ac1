import { AsyncLocalStorage } from 'node:async_hooks';

import type { Cancel, Clock } from '../clock/clock.js';
import { untilIdle } from './until-idle.js';

/** The options of a `FakeClock`. */
export interface FakeClockOptions {
  /** The time at the start. Default: 2026-01-01T00:00:00Z. */
  readonly start?: Date | undefined;
  /** `true`: time passes only with `advance()`. Default: `false`, pauses are skipped as soon as the process is idle. */
  readonly manual?: boolean | undefined;
}

interface Scheduled {
  readonly dueMs: number;
  readonly kind: 'deadline' | 'pause';
  readonly callback: () => void;
}

/**
 * A clock that skips pauses. When the process is idle, it jumps to the end of the next pause and runs the deadlines before it. Without a
 * pending pause, it reaches deadlines only while a request hangs, so that slow real work does not cause a timeout.
 *
 * @example
 * const clock = new FakeClock({ manual: true });
 * await clock.advance(1_000);
 */
export class FakeClock implements Clock {
  readonly #startMs: number;
  readonly #manual: boolean;
  // In scheduling order: callbacks that are due at the same time run in this order.
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

  /** Milliseconds since the start of this clock. */
  get elapsedMs(): number {
    return this.#nowMs - this.#startMs;
  }

  schedule(delayMs: number, kind: 'deadline' | 'pause', callback: () => void): Cancel {
    // Like a timer, it calls back in the async context of the caller.
    const scheduled = { dueMs: this.#nowMs + Math.max(0, delayMs), kind, callback: AsyncLocalStorage.bind(callback) };
    this.#scheduled.add(scheduled);
    this.touch();
    return () => {
      if (this.#scheduled.delete(scheduled)) this.touch();
    };
  }

  /** Advances the clock by `ms` milliseconds. Due callbacks run in order; after each, the clock waits until the process is idle. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await this.#quiet();
    for (let next = this.#earliest(); next && next.dueMs <= untilMs; next = this.#earliest()) {
      this.#reach(next);
      await this.#quiet();
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs);
  }

  /** Tells the clock that a request hangs, so that it reaches deadlines. Returns a function that ends this. */
  hang(): Cancel {
    let hangs = true;
    this.#hanging++;
    this.touch();
    return () => {
      if (hangs) this.#hanging--;
      hangs = false;
    };
  }

  /** Tells the clock that there is activity: it does not move for some turns of the event loop. */
  touch(): void {
    this.#activity++;
    if (!this.#manual && !this.#moving) void this.#move();
  }

  /** Removes everything that was scheduled. */
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
    return untilIdle(() => this.#activity);
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
