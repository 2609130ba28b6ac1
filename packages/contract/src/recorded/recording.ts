import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One call of a function, and all that a server sent for it. */
export interface Recording {
  readonly call: string;
  /** Absent: the layer's sample. */
  readonly input?: unknown;
  /** `result`, or the name of the error with which the call ended. */
  readonly outcome: string;
  readonly responses: readonly RecordedResponse[];
}

export interface RecordedResponse {
  readonly operation: string;
  /** The bytes from the status line to the end: as text, or in base64 where they are no UTF-8. */
  readonly text?: string;
  readonly base64?: string;
}

/** The recordings of a layer by the server that made them. */
export const recordingsIn = (folder: string): ReadonlyMap<string, readonly Recording[]> =>
  new Map(
    globSync('recorded-*.json', { cwd: folder })
      .sort()
      .map((file) => [
        serverOf(file),
        JSON.parse(readFileSync(join(folder, file), 'utf8'), withBytes) as readonly Recording[],
      ]),
  );

/** Writes the recordings of a server, which replace those that there were. */
export const writeRecordings = (folder: string, server: string, recordings: readonly Recording[]): void => {
  if (existsSync(folder))
    writeFileSync(join(folder, `recorded-${server}.json`), `${JSON.stringify(recordings, withoutBytes, 2)}\n`);
};

/** What was uploaded does not matter for the responses; its length is written in its place. */
const withoutBytes = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { byteLength: value.length } : value;
const withBytes = (_name: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'byteLength' in value
    ? new Uint8Array(value.byteLength as number)
    : value;

const serverOf = (file: string): string => basename(file, '.json').replace('recorded-', '');

export const bytesOf = ({ text, base64 }: RecordedResponse): Buffer =>
  base64 === undefined ? Buffer.from(text ?? '') : Buffer.from(base64, 'base64');

export const recordedResponse = (operation: string, bytes: Buffer): RecordedResponse => {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? { operation, text } : { operation, base64: bytes.toString('base64') };
};
