import type { Hash, Hmac, KeyObject } from 'node:crypto';

import { nodeCrypto } from '../call/node-crypto.js';
import { setBounded } from '../call/set-bounded.js';

type Key = string | ArrayBuffer | ArrayBufferView;

/** Number of cached keys. A session uses few: its secret key, and one per day, region and service. */
const maxKeys = 50;
const keysByText = new Map<string, KeyObject>();
const keysByBytes = new WeakMap<object, KeyObject>();

/** SHA-256 for signatures. It caches key objects: for Node.js, creating one takes longer than hashing a request. */
export class SigningHash {
  readonly digestLength = 32;
  readonly #key: KeyObject | undefined;
  #hash: Hash | Hmac;

  constructor(secret?: Key) {
    this.#key = secret ? keyOf(secret) : undefined;
    this.#hash = this.#start();
  }

  update(data: string | Uint8Array): void {
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    const hash = this.#key ? this.#hash : (this.#hash as Hash).copy();
    return hash.digest();
  }

  reset(): void {
    this.#hash = this.#start();
  }

  #start(): Hash | Hmac {
    const { createHash, createHmac } = nodeCrypto();
    return this.#key ? createHmac('sha256', this.#key) : createHash('sha256');
  }
}

const keyOf = (secret: Key): KeyObject => {
  if (typeof secret !== 'string') {
    let key = keysByBytes.get(secret);
    if (!key) keysByBytes.set(secret, (key = nodeCrypto().createSecretKey(bytesOf(secret))));
    return key;
  }
  let key = keysByText.get(secret);
  if (key) return key;
  key = nodeCrypto().createSecretKey(secret, 'utf8');
  setBounded(keysByText, secret, key, maxKeys);
  return key;
};

const bytesOf = (secret: ArrayBuffer | ArrayBufferView): Buffer =>
  ArrayBuffer.isView(secret) ? Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength) : Buffer.from(secret);
