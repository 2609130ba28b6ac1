const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const questionMark = 63;
const exclamationMark = 33;

/** No list that is worth finding lies deeper: the root, AWS's wrapper, the list, its items. */
const deepest = 4;

/** Where the items of a list stand in a document. */
export interface ListPlace {
  /** Where each item begins. */
  readonly starts: readonly number[];
  /** Where the last one ends. */
  readonly end: number;
}

/** Elements of one name that follow each other in one parent. */
interface Siblings {
  name: number;
  nameLength: number;
  readonly starts: number[];
  end: number;
}

/** Whether elements are the items of a list that may be cut, by the names that lead to them from the root. */
export type IsItem = (path: readonly string[]) => boolean;

/**
 * Finds the list that makes up most of a document: a quick look that makes no texts and no objects. `undefined` where there is none, and
 * where the document is not plain and well-formed throughout, which is then for the reader to say.
 */
export const findList = (bytes: Uint8Array, isItem: IsItem): ListPlace | undefined => new Finder(bytes, isItem).find();

class Finder {
  readonly bytes: Uint8Array;
  readonly isItem: IsItem;
  at = 0;
  /** The open elements' names: where each begins, and its length. */
  readonly open: number[] = [];
  depth = 0;
  readonly siblings: Siblings[] = Array.from({ length: deepest + 1 }, () => ({
    name: 0,
    nameLength: 0,
    starts: [],
    end: 0,
  }));
  found: ListPlace | undefined;

  constructor(bytes: Uint8Array, isItem: IsItem) {
    this.bytes = bytes;
    this.isItem = isItem;
  }

  find(): ListPlace | undefined {
    const { bytes } = this;
    for (;;) {
      this.at = indexOf(bytes, lessThan, this.at);
      if (this.at < 0) return this.depth === 0 ? this.found : undefined;
      const code = bytes[this.at + 1];
      if (code === exclamationMark) return undefined;
      const start = this.at;
      if (code === questionMark) {
        if (this.depth > 0) return undefined;
        this.at = indexOf(bytes, greaterThan, start) + 1;
        if (this.at === 0) return undefined;
      } else if (!(code === slash ? this.closes(start) : this.opens(start))) return undefined;
    }
  }

  opens(start: number): boolean {
    const { bytes, depth } = this;
    const name = start + 1;
    let end = name;
    for (let code = bytes[end]; code !== greaterThan && code !== slash && code !== 32; code = bytes[++end])
      if (code === undefined || code <= 32 || code === lessThan) return false;
    const close = indexOf(bytes, greaterThan, end);
    if (close < 0) return false;
    const isRoot = depth === 0;
    // A second root.
    if (isRoot && this.open.length > 0) return false;
    if (!isRoot && depth <= deepest) this.begin(depth, start, name, end - name);
    this.at = close + 1;
    this.open[2 * depth] = name;
    this.open[2 * depth + 1] = end - name;
    this.depth++;
    if (bytes[close - 1] === slash) this.ended();
    return true;
  }

  closes(start: number): boolean {
    const { bytes, depth } = this;
    if (depth === 0) return false;
    const name = this.open[2 * depth - 2] ?? 0;
    const length = this.open[2 * depth - 1] ?? 0;
    if (!isSame(bytes, name, start + 2, length) || bytes[start + 2 + length] !== greaterThan) return false;
    this.at = start + length + 3;
    this.ended();
    return true;
  }

  /** An element begins: one more of those before it, or the first of others. */
  begin(depth: number, start: number, name: number, nameLength: number): void {
    const own = this.siblings[depth]!;
    const goesOn =
      own.starts.length > 0 && own.nameLength === nameLength && isSame(this.bytes, own.name, name, nameLength);
    if (!goesOn) {
      this.finish(depth);
      own.name = name;
      own.nameLength = nameLength;
    }
    own.starts.push(start);
  }

  /** The element that was opened last has ended at `at`, and so have the lists within it. */
  ended(): void {
    this.depth--;
    if (this.depth < deepest) this.finish(this.depth + 1);
    if (this.depth > 0 && this.depth <= deepest) this.siblings[this.depth]!.end = this.at;
  }

  finish(depth: number): void {
    const { starts, end, name, nameLength } = this.siblings[depth]!;
    const isMost = starts.length > 1 && (end - starts[0]!) * 2 > this.bytes.length;
    if (isMost && this.isItem([...this.pathTo(depth), this.text(name, nameLength)]))
      this.found = { starts: [...starts], end };
    starts.length = 0;
  }

  /** The names of the elements around those at a depth. */
  pathTo(depth: number): string[] {
    return Array.from({ length: depth }, (_, each) =>
      this.text(this.open[2 * each] ?? 0, this.open[2 * each + 1] ?? 0),
    );
  }

  text(start: number, length: number): string {
    return Buffer.from(this.bytes.subarray(start, start + length)).toString();
  }
}

const indexOf = (bytes: Uint8Array, code: number, from: number): number => {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === code) return at;
  return -1;
};

const isSame = (bytes: Uint8Array, one: number, other: number, length: number): boolean => {
  for (let at = 0; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false;
  return true;
};
