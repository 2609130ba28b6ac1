import { EventEmitter } from 'node:events';
import type { OnReadOpts, Socket } from 'node:net';

import { expect, it, vi } from 'vitest';

import { BlockStore, blockBytes } from './block-store.js';
import { LaneConnection } from './lane-connection.js';

/** A connection whose reads the test makes: each returns whether Node.js would read on. */
const connection = () => {
  let onread: OnReadOpts | undefined;
  let next: Uint8Array = new Uint8Array();
  const socket = Object.assign(new EventEmitter(), { resume: vi.fn(), destroy: vi.fn(), destroyed: false });
  const lane = new LaneConnection((options) => {
    onread = options;
    return socket as unknown as Socket;
  }, new BlockStore(2));
  next = (onread!.buffer as () => Uint8Array)();
  const read = (bytes: number, fill: number): boolean => {
    next.subarray(0, bytes).fill(fill);
    const goesOn = onread!.callback(bytes, next);
    next = (onread!.buffer as () => Uint8Array)();
    return goesOn;
  };
  return { lane, read, space: () => next.byteLength };
};

it('has space for the next read also if one read fills a block whose bytes were not taken', () => {
  const { lane, read, space } = connection();
  lane.receiver = { received: () => false, closed: () => undefined };
  expect(space()).toBe(blockBytes);
  read(blockBytes, 1);
  expect(space()).toBeGreaterThanOrEqual(65_536);
  const { bytes } = lane.take(blockBytes);
  read(1_000, 2);
  expect(bytes.every((byte) => byte === 1)).toBe(true);
  expect([lane.unread.byteLength, lane.unread.every((byte) => byte === 2)]).toEqual([1_000, true]);
});

it('keeps what arrives while both blocks are taken, and passes it on when one is free', () => {
  const { lane, read, space } = connection();
  const received = vi.fn(() => false);
  lane.receiver = { received, closed: () => undefined };
  read(blockBytes, 1);
  const first = lane.take(blockBytes);
  read(blockBytes / 4, 2);
  const second = lane.take(blockBytes);
  expect(lane.isReady).toBe(false);
  for (const fill of [3, 4]) read(16_384, fill);
  expect(space()).toBeGreaterThan(65_536);
  lane.resume();
  expect(received).toHaveBeenCalledTimes(2);
  first.free();
  expect(received).toHaveBeenCalledTimes(3);
  expect([...lane.unread.subarray(16_383, 16_385), lane.unread.byteLength]).toEqual([3, 4, 32_768]);
  expect(second.bytes.every((byte) => byte === 2)).toBe(true);
});
