import { afterEach, describe, expect, test } from '@jest/globals';
import { createWhatsAppClient } from '../../../src/channels/whatsapp/client.ts';
import { json, loopback } from './loopback.ts';

type Server = Awaited<ReturnType<typeof loopback>>;
type Answer = Parameters<typeof loopback>[0];
const open: Server[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(answer: Answer): Promise<Server> {
  const server = await loopback(answer);
  open.push(server);
  return server;
}

const clientOf = (server: Server, fileTimeoutMs = 5000) =>
  createWhatsAppClient({ apiUrl: `${server.url}/`, apiVersion: 'v24.0', token: 'secret', phoneNumberId: '42', timeoutMs: 5000, fileTimeoutMs });

/** Meta answers with `info` for the id, and with `file` for everything else. */
async function metaWith(info: (url: string) => object, file: Answer): Promise<Server> {
  const server: Server = await serve((request, response) => {
    if (request.path.startsWith('/v24.0/')) json(200, { messaging_product: 'whatsapp', id: 'm1', mime_type: 'image/png', sha256: 'abc', ...info(server.url) })(request, response);
    else file(request, response);
  });
  return server;
}

const PHOTO = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
const photo: Answer = (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(PHOTO);
const endless: Answer = (_, response) => {
  const more = () => {
    if (!response.destroyed) response.write(Buffer.alloc(65_536), more);
  };
  more();
};

describe('a file a person sent', () => {
  test('is fetched from the host of the API, with the token', async () => {
    const server = await metaWith((url) => ({ url: `${url}/file?mid=1`, file_size: '8' }), photo);
    expect(await clientOf(server).download('m1', 100)).toEqual({ bytes: PHOTO, mime: 'image/png', sha256: 'abc' });
    expect(server.seen).toMatchObject([
      { method: 'GET', path: '/v24.0/m1?phone_number_id=42', headers: { authorization: 'Bearer secret' } },
      { method: 'GET', path: '/file?mid=1', headers: { authorization: 'Bearer secret' } },
    ]);
  });

  test('may be asked about without being fetched', async () => {
    const server = await metaWith((url) => ({ url: `${url}/file`, file_size: 8 }), photo);
    expect(await clientOf(server).media('m1')).toEqual({ url: `${server.url}/file`, mime: 'image/png', sha256: 'abc', sizeBytes: 8 });
    expect(server.seen).toHaveLength(1);
  });

  test('whose announced size is too much is not fetched', async () => {
    const server = await metaWith((url) => ({ url: `${url}/file`, file_size: 101 }), photo);
    expect(await clientOf(server).download('m1', 100)).toEqual({ refused: 'tooLarge', retry: false });
    expect(server.seen).toHaveLength(1);
  });

  test('that is larger than it said is dropped on the way', async () => {
    const server = await metaWith((url) => ({ url: `${url}/file`, file_size: 8 }), endless);
    expect(await clientOf(server).download('m1', 100_000)).toEqual({ refused: 'tooLarge', retry: false });
  });

  test('of exactly the size allowed is taken', async () => {
    const server = await metaWith((url) => ({ url: `${url}/file` }), photo);
    expect(await clientOf(server).download('m1', PHOTO.length)).toMatchObject({ bytes: PHOTO });
  });

  test.each<[string, Answer, object]>([
    ['whose address has expired can be asked for anew', json(404, ''), { refused: 'unavailable', retry: true }],
    ['that a server in trouble holds can be asked for again', json(503, ''), { refused: 'unavailable', retry: true }],
    ['that breaks off can be asked for again', (_, response) => void response.writeHead(200, { 'content-length': '99' }).write('x', () => response.socket?.destroy()), { refused: 'unavailable', retry: true }],
    ['that never ends coming can be asked for again', (_, response) => void response.writeHead(200).write('x'), { refused: 'unavailable', retry: true }],
    ['that is gone is gone', json(410, ''), { refused: 'gone', retry: false }],
  ])('%s', async (_, file, expected) => {
    const server = await metaWith((url) => ({ url: `${url}/file` }), file);
    expect(await clientOf(server, 200).download('m1', 100)).toEqual(expected);
  });

  test.each<[string, Answer, object]>([
    ['an id Meta has forgotten', json(400, { error: { code: 100, message: 'Unsupported get request' } }), { refused: 'gone', retry: false }],
    ['a limit of the app', json(400, { error: { code: 4 } }), { refused: 'unavailable', retry: true }],
    ['an answer without an address', json(200, { id: 'm1' }), { refused: 'unavailable', retry: true }],
  ])('%s', async (_, answer, expected) => {
    expect(await clientOf(await serve(answer)).download('m1', 100)).toEqual(expected);
  });
});

describe('the token stays with the provider', () => {
  const FOREIGN = { refused: 'foreignHost', retry: false };

  test('a file at another host is not asked for', async () => {
    const other = await serve(photo);
    const server = await metaWith(() => ({ url: `${other.url}/file` }), photo);
    expect(await clientOf(server).download('m1', 100)).toEqual(FOREIGN);
    expect(other.seen).toEqual([]);
  });

  test('a redirect to another host is not followed', async () => {
    const other = await serve(photo);
    const server = await metaWith((url) => ({ url: `${url}/file` }), json(302, '', { location: `${other.url}/file` }));
    expect(await clientOf(server).download('m1', 100)).toEqual(FOREIGN);
    expect(other.seen).toEqual([]);
  });

  test('a redirect within the host is', async () => {
    const server = await metaWith((url) => ({ url: `${url}/old` }), (request, response) => (request.path === '/old' ? json(302, '', { location: '/new' }) : photo)(request, response));
    expect(await clientOf(server).download('m1', 100)).toMatchObject({ bytes: PHOTO });
  });

  test('a redirect that goes round in circles ends', async () => {
    const server = await metaWith((url) => ({ url: `${url}/file` }), json(302, '', { location: '/file' }));
    expect(await clientOf(server).download('m1', 100)).toEqual({ refused: 'gone', retry: false });
    expect(server.seen.length).toBeLessThan(7);
  });

  test.each([
    'http://lookaside.fbsbx.com/file',
    'https://fbsbx.com.evil.example/file',
    'https://evilfbsbx.com/file',
    'https://lookaside.fbsbx.com@evil.example/file',
    'https://evil.example/lookaside.fbsbx.com',
    'https://graph.facebook.com.evil.example/file',
    'ftp://lookaside.fbsbx.com/file',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
  ])('%s is not the provider’s', async (url) => {
    const server = await metaWith(() => ({ url }), photo);
    expect(await clientOf(server).download('m1', 100)).toEqual(FOREIGN);
  });
});

describe('a file of ours', () => {
  test('is given to Meta with its name and type', async () => {
    const server = await serve(json(200, { id: '987' }));
    expect(await clientOf(server).upload(new Uint8Array(PHOTO), 'application/pdf', 'reçu 44.pdf')).toEqual({ mediaId: '987' });
    const [asked] = server.seen;
    expect(asked).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer secret', 'content-type': expect.stringContaining('multipart/form-data') } });
    expect(asked?.path).toMatch(/^\/v24\.0\/42\/media/);
    const form = asked?.body.toString() ?? '';
    expect(form).toContain('name="messaging_product"\r\n\r\nwhatsapp');
    expect(form).toContain('filename="reçu 44.pdf"\r\nContent-Type: application/pdf');
  });

  test('that Meta answers without an id is tried again', async () => {
    expect(await clientOf(await serve(json(200, {}))).upload(new Uint8Array(PHOTO), 'image/png', 'a.png')).toMatchObject({ outcome: 'failed', verdict: { action: 'retry' } });
  });
});
