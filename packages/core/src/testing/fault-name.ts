/** Everything that can go wrong between AWS and the SDK. */
export const faultNames = [
  // AWS answers that it cannot answer.
  'throttle',
  '500',
  '503',
  // There is no answer: the last two find no server.
  'hang',
  'reset',
  'refused',
  'unknown-host',
  // The answer is no answer.
  'empty',
  'garbage',
  'html-502',
  // The answer breaks off: with its last byte missing, in the middle, in the middle without an end, or where a wrong length says it ends.
  'truncated',
  'close-mid-body',
  'hang-mid-body',
  'wrong-length',
] as const;

export type FaultName = (typeof faultNames)[number];
