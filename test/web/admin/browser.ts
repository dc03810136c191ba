import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { loadTexts } from '../../../src/i18n.ts';
import { openFileStore } from '../../../src/media/file-store.ts';
import { adminRoutes } from '../../../src/web/admin/routes.ts';
import { openTestDatabase } from '../../helpers/database.ts';

export const NOW = new Date('2026-11-21T09:05:00Z');
export const EMAIL = 'sika@griot.test';
export const PASSWORD = 'un baobab sous la pluie';

type Page = { status: number; headers: Headers; location: string; text: string };

/** The admin behind real HTTP on a database of its own. `clock` is what `now` tells; `rung` the contacts woken. */
export async function openAdmin({ production = false } = {}) {
  const database = await openTestDatabase();
  const clock = { now: NOW };
  const rung: string[] = [];
  const files = openFileStore('memory:');
  const app = express();
  app.use('/admin', adminRoutes({ db: database.prisma, files, texts: loadTexts(), now: () => clock.now, ring: (contactId) => void rung.push(contactId), production }));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return {
    db: database.prisma,
    files,
    clock,
    rung,
    browser: () => openBrowser(`http://127.0.0.1:${port}`),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

/** A browser that keeps cookies and, like a form, posts the token of the page it has before it. It follows nothing by itself. */
function openBrowser(origin: string) {
  const cookies = new Map<string, string>();
  let csrf = '';

  const ask = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const sent = { ...init, redirect: 'manual' as const, headers: { ...(init.headers as Record<string, string>), Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } };
    const res = await fetch(`${origin}${path}`, sent);
    for (const cookie of res.headers.getSetCookie()) keep(cookies, cookie);
    const text = await res.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
    return { status: res.status, headers: res.headers, location: res.headers.get('Location') ?? '', text };
  };
  const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams({ csrf, ...fields }), headers });

  return {
    cookies,
    get: (path: string) => ask(path),
    post,
    /** Where a click leads in the end. */
    follow: async (path: string): Promise<Page> => {
      let page = await ask(path);
      for (let hops = 0; page.location !== '' && hops < 5; hops++) page = await ask(page.location.split('#')[0] ?? '');
      return page;
    },
    signIn: async (email = EMAIL, password = PASSWORD) => {
      const page = await post('/admin/login', { email, password });
      if (page.location === '/admin') await ask('/admin');
      return page;
    },
  };
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';');
  const [name = '', value = ''] = pair.split('=');
  if (/expires=thu, 01 jan 1970/i.test(cookie)) cookies.delete(name);
  else cookies.set(name, value);
}
