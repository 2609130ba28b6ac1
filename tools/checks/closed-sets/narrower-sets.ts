/** Closed sets that are narrower than AWS's enum on purpose: one of their places, and the reason. */
export const narrowerSets: readonly (readonly [place: string, reason: string])[] = [
  ['findLatestImage.architecture', 'AWS publishes the names of the latest images for these two.'],
  [
    'createListener.protocol',
    'GENEVE has no listeners of its own: a gateway load balancer has one without a protocol.',
  ],
  ['createListener.defaultAction.redirect.protocol', 'A redirect leads to HTTP or HTTPS.'],
  ['archiveObject.storageClass', 'The other classes are not archives.'],
  ['enableSnapshotBlockPublicAccess.state', 'unblocked is the state after disableSnapshotBlockPublicAccess.'],
  ['uploadFile.checksumAlgorithm', 'These packages have no implementation of the others.'],
];
