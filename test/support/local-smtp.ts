import { createServer, type Server, type Socket } from 'node:net';

/** A mail server on loopback that takes every message and keeps it. */
export interface LocalSmtp {
  readonly port: number;
  /** Whole messages, headers included, in the order they came. */
  readonly messages: readonly string[];
  stop(): Promise<void>;
}

const REPLIES: Readonly<Record<string, string>> = {
  EHLO: '250-here\r\n250 AUTH PLAIN LOGIN',
  HELO: '250 here',
  AUTH: '235 welcome',
  DATA: '354 go on',
  QUIT: '221 bye',
};

/** Talks to one client: command lines until DATA, then one message until its closing dot. */
function converse(socket: Socket, messages: string[]): void {
  let rest = '';
  let message: string[] | undefined;
  const take = (line: string): void => {
    if (message === undefined) {
      const command = line.slice(0, 4).toUpperCase();
      if (command === 'DATA') message = [];
      socket.write(`${REPLIES[command] ?? '250 fine'}\r\n`);
      if (command === 'QUIT') socket.end();
    } else if (line === '.') {
      messages.push(message.join('\n'));
      message = undefined;
      socket.write('250 taken\r\n');
    } else {
      message.push(line);
    }
  };
  socket.write('220 here\r\n');
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    const lines = (rest + bytes.toString()).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
}

/** Starts it on a free port. It offers no encryption and accepts any password. */
export async function startLocalSmtp(): Promise<LocalSmtp> {
  const messages: string[] = [];
  const server: Server = createServer((socket) => converse(socket, messages));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, messages, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
