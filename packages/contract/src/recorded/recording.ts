import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One call of a function, and all responses that a server sent for it. */
export interface Recording {
  /** The name of the function. */
  readonly call: string;
  /** The input. Absent if the call had the layer's sample. */
  readonly input?: unknown;
  /** `result`, or the name of the error with which the call ended. */
  readonly outcome: string;
  readonly responses: readonly RecordedResponse[];
}

export interface RecordedResponse {
  readonly operation: string;
  /** All bytes of the response as text, or in base64 if they are not valid UTF-8. */
  readonly text?: string;
  readonly base64?: string;
}

/** Reads the recordings of a layer, by the name of the server. */
export const recordingsIn = (folder: string): ReadonlyMap<string, readonly Recording[]> =>
  new Map(
    globSync('recorded-*.json', { cwd: folder })
      .sort()
      .map((file) => [
        serverOf(file),
        JSON.parse(readFileSync(join(folder, file), 'utf8'), withBytes) as readonly Recording[],
      ]),
  );

/** Writes the recordings of a server and replaces its earlier recordings. */
export const writeRecordings = (folder: string, server: string, recordings: readonly Recording[]): void => {
  if (existsSync(folder))
    writeFileSync(join(folder, `recorded-${server}.json`), `${JSON.stringify(recordings, withoutBytes, 2)}\n`);
};

/** The content of an upload does not change the responses, so only its length is written. */
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
