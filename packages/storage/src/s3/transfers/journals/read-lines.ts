import { crc32 } from 'node:zlib';

/** Returns the line of a journal for an entry. It starts with its own checksum, because a crash or a full disk may cut it at any byte. */
export const toLine = (entry: object): string => {
  const text = JSON.stringify(entry);
  return `${sumOf(text)} ${text}\n`;
};

/** Returns the entries of the complete lines. Lines that are cut or damaged are omitted: their parts are transferred again. */
export const readLines = (journal: string): readonly unknown[] =>
  journal.split('\n').flatMap((line): unknown[] => {
    const text = line.slice(sumLength + 1);
    return text !== '' && line.startsWith(`${sumOf(text)} `) ? [JSON.parse(text)] : [];
  });

const sumLength = 8;
const sumOf = (text: string): string => crc32(text).toString(16).padStart(sumLength, '0');
