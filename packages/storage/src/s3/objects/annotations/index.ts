export type { AnnotationReference } from './annotation-reference.js';
export { deleteObjectAnnotation, type DeleteObjectAnnotationInput } from './delete-object-annotation.js';
export { getObjectAnnotation, type GetObjectAnnotationInput } from './get-object-annotation.js';
export { listObjectAnnotations, type ListObjectAnnotationsInput } from './list-object-annotations.js';
export type { ObjectAnnotation } from './object-annotation.js';
export { putObjectAnnotation, type PutObjectAnnotationInput, type WrittenAnnotation } from './put-object-annotation.js';
