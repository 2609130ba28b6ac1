import { crc32 } from 'node:zlib';

/** Returns a ZIP archive of one file without compression: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT. */
export function zipFile(name: string, text: string): Buffer {
  const content = Buffer.from(text);
  const sizes = [crc32(content), content.length, content.length];
  const local = record(0x04034b50, [20, 0, 0, 0, 0], sizes, [name.length, 0]);
  const entry = record(0x02014b50, [20, 20, 0, 0, 0, 0], sizes, [name.length, 0, 0, 0, 0], [0, 0]);
  const directory = [entry, Buffer.from(name)];
  const before = [local, Buffer.from(name), content];
  const end = record(0x06054b50, [0, 0, 1, 1], [lengthOf(directory), lengthOf(before)], [0]);
  return Buffer.concat([...before, ...directory, end]);
}

/** Returns a record: a signature, then numbers of two and of four bytes alternately. */
function record(signature: number, ...parts: readonly number[][]): Buffer {
  const bytes = parts.map((numbers, index) =>
    Buffer.concat(numbers.map((number) => little(number, index % 2 ? 4 : 2))),
  );
  return Buffer.concat([little(signature, 4), ...bytes]);
}

function little(number: number, size: 2 | 4): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(number, 0, size);
  return bytes;
}

function lengthOf(parts: readonly Buffer[]): number {
  return Buffer.concat(parts).length;
}
