import type { Layout } from './layout.js';

/** The bytes of a response in pieces. Each piece arrives in a separate read. */
export interface Delivery {
  readonly pieces: readonly Buffer[];
  /** Whether the server closes the connection, with the last piece or in a later turn. */
  readonly close: 'no' | 'with the last piece' | 'later';
}

export const splitNames = [
  'in one write',
  'after the interim response',
  'inside the status line',
  'inside a header',
  'between head and body',
  'inside the line of a chunk size',
  'inside the body',
  'before the terminator',
  'before the end of the connection',
  'byte by byte at the end',
] as const;
export type Split = (typeof splitNames)[number];

/** The places at which a response is cut. Places that a response does not have are ignored. */
const cuts: Readonly<Record<Split, (layout: Layout) => readonly (number | undefined)[]>> = {
  'in one write': () => [],
  'after the interim response': ({ start }) => [start],
  'inside the status line': ({ start }) => [start + 'HTTP/1.1 2'.length],
  'inside a header': ({ start, headEnd }) => [(start + headEnd) >> 1],
  'between head and body': ({ headEnd }) => [headEnd],
  'inside the line of a chunk size': ({ sizeLine }) => [sizeLine],
  'inside the body': ({ bodyMiddle }) => [bodyMiddle],
  'before the terminator': ({ terminator }) => [terminator],
  'before the end of the connection': ({ bytes }) => [bytes.length],
  'byte by byte at the end': ({ bytes }) => Array.from({ length: 12 }, (_each, index) => bytes.length - 11 + index),
};

/**
 * Cuts a response at the places of a split. With `closes`, the server closes the connection after the response, in a later turn of the event
 * loop if the split contains the end of the response.
 */
export const splitAt = (split: Split, layout: Layout, closes: boolean): Delivery => {
  const { bytes } = layout;
  const places = cuts[split](layout).filter(
    (at) => at !== undefined && at > 0 && at <= bytes.length,
  ) as readonly number[];
  const ends = [...new Set([...places, bytes.length])].toSorted((one, other) => one - other);
  return {
    pieces: ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end)),
    close: closes ? (places.includes(bytes.length) ? 'later' : 'with the last piece') : 'no',
  };
};
