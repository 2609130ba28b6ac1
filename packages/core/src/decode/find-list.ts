const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const questionMark = 63;
const exclamationMark = 33;

/** Depth of list items below the root, AWS's wrapper and the list. Deeper lists are not searched. */
const maxDepth = 4;

/** Positions of the items of a list in a document. */
export interface ListPlace {
  /** Start of each item. */
  readonly starts: readonly number[];
  /** End of the last item. */
  readonly end: number;
}

/** Consecutive elements with the same name and parent. */
interface Siblings {
  name: number;
  nameLength: number;
  readonly starts: number[];
  end: number;
}

/** Whether the elements with this path, from the root, are items of a list that may be split. */
export type IsItem = (path: readonly string[]) => boolean;

/**
 * Finds the list that is more than half of a document, without creating strings or objects for its elements. Returns `undefined` if there is
 * none, or if the document contains special markup or is not well-formed: the reader then reports the error.
 */
export const findList = (bytes: Uint8Array, isItem: IsItem): ListPlace | undefined => new Finder(bytes, isItem).find();

class Finder {
  readonly bytes: Uint8Array;
  readonly isItem: IsItem;
  at = 0;
  /** Start and length of the name of each open element. */
  readonly open: number[] = [];
  depth = 0;
  readonly siblings: Siblings[] = Array.from({ length: maxDepth + 1 }, () => ({
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
    if (!isRoot && depth <= maxDepth) this.begin(depth, start, name, end - name);
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

  /** Records the start of an element: it continues its preceding siblings, or starts a new sequence. */
  begin(depth: number, start: number, name: number, nameLength: number): void {
    const own = this.siblings[depth]!;
    const continues =
      own.starts.length > 0 && own.nameLength === nameLength && isSame(this.bytes, own.name, name, nameLength);
    if (!continues) {
      this.finish(depth);
      own.name = name;
      own.nameLength = nameLength;
    }
    own.starts.push(start);
  }

  /** Records the end of the last open element at `at`, and ends the lists in it. */
  ended(): void {
    this.depth--;
    if (this.depth < maxDepth) this.finish(this.depth + 1);
    if (this.depth > 0 && this.depth <= maxDepth) this.siblings[this.depth]!.end = this.at;
  }

  finish(depth: number): void {
    const { starts, end, name, nameLength } = this.siblings[depth]!;
    const isMost = starts.length > 1 && (end - starts[0]!) * 2 > this.bytes.length;
    if (isMost && this.isItem([...this.pathTo(depth), this.text(name, nameLength)]))
      this.found = { starts: [...starts], end };
    starts.length = 0;
  }

  /** Returns the names of the elements that contain those at a depth. */
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
