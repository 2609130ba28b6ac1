export { tagResource, type TagResourceInput } from './tag-resource.js';
export { untagResource, type UntagResourceInput } from './untag-resource.js';
