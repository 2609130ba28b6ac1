export { describeImage, type DescribeImageInput } from './describe-image.js';
export { findLatestImage, type FindLatestImageInput } from './find-latest-image.js';
export { image, imageStates, type Image, type ImageBlockDevice, type ImageState } from './image.js';
export type { ImageQuery, NamedImageQuery, SystemImageQuery } from '../image-query.js';
export { listImages, type ListImagesInput } from './list-images.js';
export { operatingSystems, type OperatingSystem } from '../public-images.js';
