export { createKeyPair, type CreateKeyPairInput } from './create-key-pair.js';
export type { CreatedKeyPair } from './created-key-pair.js';
export { deleteKeyPair, type DeleteKeyPairInput } from './delete-key-pair.js';
export { describeKeyPair, type DescribeKeyPairInput } from './describe-key-pair.js';
export { importKeyPair, type ImportedKeyPair, type ImportKeyPairInput } from './import-key-pair.js';
export { keyPair, keyTypes, type KeyPair, type KeyType } from './key-pair.js';
export { listKeyPairs, type ListKeyPairsInput } from './list-key-pairs.js';
export type { RequestKeyPairInput } from './request-key-pair.js';
