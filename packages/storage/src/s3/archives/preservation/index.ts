export type { BucketProtection } from './bucket-protection.js';
export { listObjectPreservations } from './list-object-preservations.js';
export type { ObjectPreservation } from './object-preservation.js';
export { preservationReport, type PreservationReport, type PreservationReportInput } from './preservation-report.js';
export type { ListObjectPreservationsInput } from './preservation-place.js';
export type { LockedYear, PreservationTotals, VersionTotals } from './preservation-totals.js';
