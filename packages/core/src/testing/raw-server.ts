import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/**
 * What the server does with a connection: it reads the request and sends nothing (`silence`), sends a part and keeps the connection open
 * (`half-…`), sends a part of the body and closes the connection (`broken-body`), sends one byte of the body every few milliseconds without end
 * (`endless-body`), resets the connection (`reset`), or sends a response (`answer`). `close` closes the connection before the request.
 */
export type ScriptName =
  | 'silence'
  | 'half-status-line'
  | 'half-headers'
  | 'half-body'
  | 'broken-body'
  | 'endless-body'
  | 'close'
  | 'reset'
  | 'answer';

/** The name of a script, or a user-defined script. */
export type RawScript = ScriptName | ((socket: Socket) => void);

/** A raw TCP server, for tests of responses that no HTTP server sends. */
export interface RawServer extends AsyncDisposable {
  readonly endpoint: string;
  readonly port: number;
  /** Number of connections so far. */
  readonly accepted: number;
  /** Number of open connections. */
  readonly open: number;
  /** Resolves when no connection is open. */
  drained(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1. Each connection uses the next script; later connections use the last one. */
export const rawServer = async (...script: readonly [RawScript, ...RawScript[]]): Promise<RawServer> => {
  const sockets = new Set<Socket>();
  let accepted = 0;
  const server = createServer((socket) => {
    const play = script[Math.min(accepted++, script.length - 1)] as RawScript;
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    (typeof play === 'function' ? play : scripts[play])(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => closeAll(server, sockets);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    get accepted() {
      return accepted;
    },
    get open() {
      return sockets.size;
    },
    drained: async () => {
      for (const socket of sockets) await new Promise((resolve) => socket.once('close', resolve));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
};

const closeAll = async (server: Server, sockets: ReadonlySet<Socket>): Promise<void> => {
  for (const socket of sockets) socket.destroy();
  if (server.listening) await new Promise((resolve) => server.close(resolve));
};

const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\n';
const trickleMs = 5;

const onRequest = (act: (socket: Socket) => void) => (socket: Socket) => void socket.once('data', () => act(socket));

const trickle = (socket: Socket): void => {
  socket.write(`${head}transfer-encoding: chunked\r\n\r\n`);
  const timer = setInterval(() => socket.write('1\r\n \r\n'), trickleMs);
  socket.once('close', () => clearInterval(timer));
};

const scripts: Readonly<Record<ScriptName, (socket: Socket) => void>> = {
  silence: onRequest(() => undefined),
  'half-status-line': onRequest((socket) => socket.write('HTTP/1.1 20')),
  'half-headers': onRequest((socket) => socket.write(`${head}content-le`)),
  'half-body': onRequest((socket) => socket.write(`${head}content-length: 10\r\n\r\n<half`)),
  'broken-body': onRequest((socket) => socket.end(`${head}content-length: 10\r\n\r\n<half`)),
  'endless-body': onRequest(trickle),
  close: (socket) => void socket.destroy(),
  reset: onRequest((socket) => socket.resetAndDestroy()),
  answer: (socket) => void socket.on('data', () => socket.write(`${head}content-length: 4\r\n\r\n<a/>`)),
};
