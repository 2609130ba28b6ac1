import type { LayerSamples } from '@arch/contract';

const object = { bucket: 'reports', key: '2026/11.csv' };
const annotation = { ...object, annotationName: 'labels' };

/** One valid input per function, one valid response per AWS operation. */
export const objectsSamples: LayerSamples = {
  inputs: {
    copyPrefix: { bucket: 'archive', prefix: 'reports/2026/', source: { bucket: 'reports', prefix: '2026/' } },
    createPresignedPost: { ...object, maxBytes: 1_000 },
    deleteObjectTagging: object,
    deletePrefix: { bucket: 'reports', prefix: '2026/' },
    getObject: object,
    deleteObjectAnnotation: annotation,
    getObjectAnnotation: annotation,
    listObjectAnnotations: object,
    putObjectAnnotation: { ...annotation, annotationPayload: '["car"]' },
    getObjectAcl: object,
    getObjectAttributes: object,
    getObjectLegalHold: object,
    getObjectTagging: object,
    listParts: { ...object, uploadId: 'VXBsb2FkIElE' },
    movePrefix: { bucket: 'archive', prefix: 'reports/2026/', source: { bucket: 'reports', prefix: '2026/' } },
    moveObject: { bucket: 'archive', key: '2026/11.csv', source: object },
    objectExists: object,
    putObjectAcl: { ...object, acl: 'private' },
    putObjectTagging: { ...object, tags: { status: 'approved' } },
    waitForObject: { ...object, state: 'exists' },
  },
  thorough: {
    putObjectAcl: {
      ...object,
      ownerId: 'a'.repeat(64),
      grants: [{ grantee: { uri: 'http://acs.amazonaws.com/groups/global/AllUsers' }, permission: 'READ' }],
    },
  },
  answers: {
    DeleteObjectAnnotation: {},
    GetObjectAnnotation: { AnnotationPayload: '["car"]' },
    ListObjectAnnotations: {
      Annotations: [{ AnnotationName: 'labels', Size: 7, LastModified: '2026-11-01T10:00:00Z' }],
    },
    PutObjectAnnotation: { ETag: '"5d41402a"' },
    DeleteObjectTagging: {},
    GetObjectAcl: {
      Owner: { ID: 'a'.repeat(64) },
      Grants: [{ Grantee: { Type: 'CanonicalUser', ID: 'a'.repeat(64) }, Permission: 'FULL_CONTROL' }],
    },
    GetObjectAttributes: { ETag: '5d41402a', ObjectSize: 5, Checksum: { ChecksumCRC32: 'AAAAAA==' } },
    GetObjectLegalHold: { LegalHold: { Status: 'ON' } },
    GetObjectTagging: { TagSet: [{ Key: 'status', Value: 'approved' }] },
    ListParts: { Parts: [{ PartNumber: 1, ETag: '"5d41402a"', Size: 5 }], IsTruncated: false },
    PutObjectAcl: {},
    PutObjectTagging: {},
  },
  withoutRequest: ['createPresignedPost'],
  withoutDocument: [
    'DeleteObjectAnnotation',
    'GetObjectAnnotation',
    'DeleteObjectTagging',
    'PutObjectAcl',
    'PutObjectTagging',
  ],
};
