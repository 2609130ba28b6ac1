export { checksumOf, type ObjectChecksum, sumFile } from './object-checksum.js';
export { type PartSums, partSums } from './part-sums.js';
export { withPartChecksum } from './with-part-checksum.js';
export { type RangeSums, rangeSums } from './range-sums.js';
