import { createServer } from 'node:http';

/** A Graph API that takes everything as fast as it can, in a process of its own, and tells its parent whom each message was for. */
const [port = '0'] = process.argv.slice(2);
let serial = 0;
let arrived: string[] = [];

/** One word to the parent for all that came meanwhile: telling must not be what is measured. */
function tell(to: string): void {
  arrived.push(to);
  if (arrived.length > 1) return;
  setImmediate(() => {
    process.send?.(arrived);
    arrived = [];
  });
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { to = '', status } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { to?: string; status?: string };
    serial += 1;
    const answer = status === 'read' ? { success: true } : { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to.replace('+', '') }], messages: [{ id: `wamid.bench.${serial}` }] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    if (status !== 'read') tell(to.replace('+', ''));
  });
}).listen(Number(port), '127.0.0.1', () => process.send?.('listening'));

process.on('disconnect', () => process.exit(0));
