import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export type SmtpStandin = Awaited<ReturnType<typeof openSmtp>>;
/** What the server says to each address it is given; anything but 2xx is a no. */
export type Says = (address: string) => string;

/** A post office on the loopback that takes letters, or does not, as it is told. */
export async function openSmtp(port = 0) {
  const letters: { to: string; text: string }[] = [];
  const sockets = new Set<Socket>();
  let says: Says = () => '250 fine';

  const server = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy()));
    let [typed, to, text] = ['', '', undefined as string | undefined];
    const answer = (line: string): void => void socket.write(`${line}\r\n`);
    function hear(line: string): void {
      const [, address = ''] = /^RCPT TO:<([^>]*)>/i.exec(line) ?? [];
      if (text !== undefined) {
        if (line !== '.') text += `${line}\n`;
        else {
          letters.push({ to, text });
          text = undefined;
          answer('250 kept');
        }
      } else if (/^(EHLO|HELO)/i.test(line)) answer('250 standin');
      else if (address !== '') {
        to = address;
        answer(says(address));
      } else if (/^DATA/i.test(line)) {
        text = '';
        answer('354 go on');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else answer('250 fine');
    }
    answer('220 standin');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = `${typed}${chunk}`.split('\r\n');
      typed = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${bound}`, port: bound, letters,
    say: (next: Says): void => void (says = next),
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
