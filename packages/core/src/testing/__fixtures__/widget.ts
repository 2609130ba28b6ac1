const namespace = 'com.example.widgets';

/** A structure with a member of every type: `[3, namespace, name, traits, members, their schemas]`. */
const Widget$: readonly unknown[] = [
  3,
  namespace,
  'Widget',
  0,
  [
    'Name',
    'Size',
    'Ratio',
    'Huge',
    'Broken',
    'CreatedAt',
    'UpdatedAt',
    'ChangedAt',
    'Data',
    'Tags',
    'Labels',
    'Extra',
    'Parts',
  ],
  [[0, { jsonName: 'widgetName' }], 1, 1, 17, 2, 4, 5, 6, 21, 64 | 0, 128 | 0, 15, () => Parts$],
];

const Parts$: readonly unknown[] = [1, namespace, 'Parts', 0, () => Widget$];

/** An operation with all members in the body. */
export const GetWidget$: readonly unknown[] = [
  9,
  namespace,
  'GetWidget',
  { http: ['GET', '/widget', 200] },
  'unit',
  () => Widget$,
];

const Holes$: readonly unknown[] = [1, namespace, 'Holes', { sparse: 1 }, 0];
const HolesOutput$: readonly unknown[] = [3, namespace, 'HolesOutput', 0, ['Names'], [() => Holes$]];

/** A list that can contain null. */
export const GetHoles$: readonly unknown[] = [
  9,
  namespace,
  'GetHoles',
  { http: ['GET', '/holes', 200] },
  'unit',
  () => HolesOutput$,
];

/** An operation without members. */
export const DropWidget$: readonly unknown[] = [
  9,
  namespace,
  'DropWidget',
  { http: ['DELETE', '/widget', 204] },
  'unit',
  () => 'unit',
];

const FetchOutput$: readonly unknown[] = [
  3,
  namespace,
  'FetchOutput',
  0,
  ['Status', 'ETag', 'Modified', 'Count', 'Methods', 'Policy', 'Metadata', 'Body'],
  [
    [1, { httpResponseCode: 1 }],
    [0, { httpHeader: 'ETag' }],
    [4, { httpHeader: 'Last-Modified' }],
    [1, { httpHeader: 'X-Count' }],
    [64 | 0, { httpHeader: 'Allow' }],
    [0, { httpHeader: 'X-Policy', mediaType: 'application/json' }],
    [128 | 0, { httpPrefixHeaders: 'x-amz-meta-' }],
    [42, { httpPayload: 1, streaming: 1 }],
  ],
];

/** A stream, with all other members in headers. */
export const FetchWidget$: readonly unknown[] = [
  9,
  namespace,
  'FetchWidget',
  { http: ['GET', '/widget/data', 200] },
  'unit',
  () => FetchOutput$,
];

const SavedOutput$: readonly unknown[] = [
  3,
  namespace,
  'SavedOutput',
  0,
  ['Id', 'Name'],
  [[0, { httpHeader: 'X-Id' }], 0],
];

/** Members in headers and in the body. */
export const SaveWidget$: readonly unknown[] = [
  9,
  namespace,
  'SaveWidget',
  { http: ['POST', '/widget', 201] },
  'unit',
  () => SavedOutput$,
];

/** An operation whose whole body is one member. */
export const payloadOf = (schema: unknown): readonly unknown[] => [
  9,
  namespace,
  'ReadWidget',
  0,
  'unit',
  [3, namespace, 'ReadOutput', 0, ['Payload'], [[schema, { httpPayload: 1 }]]],
];

export const widgetPayload: readonly unknown[] = payloadOf(() => Widget$);

const Events$: readonly unknown[] = [4, namespace, 'Events', { streaming: 1 }, ['Event'], [0]];

/** An event stream. */
export const WatchWidget$: readonly unknown[] = [
  9,
  namespace,
  'WatchWidget',
  0,
  'unit',
  [3, namespace, 'WatchOutput', 0, ['Events'], [[() => Events$, { httpPayload: 1 }]]],
];
