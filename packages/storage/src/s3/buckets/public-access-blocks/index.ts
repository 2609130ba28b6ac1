export { deletePublicAccessBlock, type DeletePublicAccessBlockInput } from './delete-public-access-block.js';
export { getPublicAccessBlock, type GetPublicAccessBlockInput } from './get-public-access-block.js';
export type { PublicAccessBlock } from './public-access-block.js';
export { putPublicAccessBlock, type PutPublicAccessBlockInput } from './put-public-access-block.js';
