/** Everything that can go wrong between AWS and the SDK. */
export const faultNames = [
  'throttle',
  '500',
  '503',
  'hang',
  'reset',
  'refused',
  'unknown-host',
  'empty',
  'garbage',
  'html-502',
  'truncated',
  'close-mid-body',
  'hang-mid-body',
  'wrong-length',
] as const;

/**
 * What goes wrong. AWS answers that it cannot answer: `throttle`, `500`, `503`. No answer comes: `hang`, `reset` (the connection), `refused`
 * (by a machine without a server), `unknown-host`. The answer is none: `empty`, `garbage`, `html-502` (of a proxy). The answer breaks off:
 * `truncated` (its last byte is missing), `close-mid-body`, `hang-mid-body` (it neither ends nor breaks), `wrong-length` (it is cut, and its
 * length says that it is whole).
 */
export type FaultName = (typeof faultNames)[number];
