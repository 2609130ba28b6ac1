/** The names of all faults. */
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
 * The name of a fault. AWS returns an error: `throttle`, `500`, `503`. No response arrives: `hang`, `reset` (the connection is reset), `refused`
 * (the port is closed), `unknown-host`. The response is not from AWS: `empty`, `garbage`, `html-502` (the page of a proxy). The response is
 * incomplete: `truncated` (the last byte is missing), `close-mid-body` (the connection is closed), `hang-mid-body` (the rest never arrives),
 * `wrong-length` (it is cut, and content-length matches the cut body).
 */
export type FaultName = (typeof faultNames)[number];
