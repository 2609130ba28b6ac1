import type { Hash, Hmac, KeyObject } from 'node:crypto';

import { nodeCrypto } from './node-crypto.js';

type Key = string | ArrayBuffer | ArrayBufferView;

/** A session signs with few keys: its secret, and one per day, region and service. */
const most = 50;
const ofTexts = new Map<string, KeyObject>();
const ofBytes = new WeakMap<object, KeyObject>();

/** SHA-256 for signatures: it keeps the key objects, because making one takes Node longer than to hash a request. */
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
    let key = ofBytes.get(secret);
    if (!key) ofBytes.set(secret, (key = nodeCrypto().createSecretKey(bytesOf(secret))));
    return key;
  }
  let key = ofTexts.get(secret);
  if (key) return key;
  if (ofTexts.size >= most) ofTexts.clear();
  ofTexts.set(secret, (key = nodeCrypto().createSecretKey(secret, 'utf8')));
  return key;
};

const bytesOf = (secret: ArrayBuffer | ArrayBufferView): Buffer =>
  ArrayBuffer.isView(secret) ? Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength) : Buffer.from(secret);
