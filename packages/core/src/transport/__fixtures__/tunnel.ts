// An AWS behind a proxy: a TLS server for a host of AWS, and a proxy that leads to it, whatever host a request names.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';

import { generate } from 'selfsigned';

export const awsHost = 'ec2.eu-west-1.amazonaws.com';

/** A server that is closed at the end of a test. */
export interface Listening extends AsyncDisposable {
  readonly port: number;
}

interface Server {
  listen(port: number, host: string): unknown;
  address(): unknown;
  close(callback: () => void): void;
  on(event: string, listener: (socket: Socket) => void): unknown;
}

const listening = async (server: Server): Promise<Listening> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server as never, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(resolve);
    });
  return { port, [Symbol.asyncDispose]: close };
};

/** Starts a TLS server that answers every request with `body`. Its certificate, in PEM format, is valid for {@link awsHost}. */
export const tlsServer = async (body: string): Promise<Listening & { readonly cert: string }> => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: awsHost }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: awsHost },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const server = createTlsServer({ key, cert }, (_request, response) => {
    response.setHeader('content-type', 'text/xml').end(body);
  });
  return { ...(await listening(server as Server)), cert };
};

/** A proxy, and the requests that it received. */
export interface Proxy extends Listening {
  readonly seen: readonly { readonly target: string; readonly authorization: string | undefined }[];
}

/** Starts a proxy. It connects every tunnel to `port`, or answers with `status`. */
export const proxyServer = async (answer: { readonly port: number } | { readonly status: string }): Promise<Proxy> => {
  const seen: { target: string; authorization: string | undefined }[] = [];
  const note = ({ url = '', headers }: IncomingMessage): void =>
    void seen.push({ target: url, authorization: headers['proxy-authorization'] });
  const server = createServer((request, response) => {
    note(request);
    response.writeHead(502).end();
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    note(request);
    socket.on('error', () => undefined);
    if ('status' in answer) return void socket.end(`HTTP/1.1 ${answer.status}\r\n\r\n`);
    const target = connect(answer.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('close', () => target.destroy());
  });
  return { ...(await listening(server as unknown as Server)), seen };
};
