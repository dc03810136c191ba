import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import express from 'express';
import { ussdEndpoint } from '../../../src/channels/ussd/respond.ts';

const HOP = 'phoneNumber=%2B2290196000001&serviceCode=%2A384%2A22%23&text=1&sessionId=ATUid_1&networkCode=99999';

async function dial(answer: (form: unknown) => Promise<string>, { body = HOP, budgetMs = 8000 } = {}) {
  const errors: unknown[] = [];
  const app = express().post('/ussd', ussdEndpoint({ answer, sorry: 'Service indisponible', onError: (error) => errors.push(error), budgetMs }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/ussd`, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  const said = { status: response.status, type: response.headers.get('content-type'), text: await response.text(), errors: errors.length };
  await new Promise((closed) => server.close(closed));
  return said;
}

test('Awa gets her screen as plain text, from the form of the hop', async () => {
  let heard: unknown;
  const said = await dial(async (form) => {
    heard = { ...Object(form) };
    return 'CON Mes commandes\n0.Retour';
  });
  expect(said).toEqual({ status: 200, type: 'text/plain; charset=utf-8', text: 'CON Mes commandes\n0.Retour', errors: 0 });
  expect(heard).toEqual({ phoneNumber: '+2290196000001', serviceCode: '*384*22#', text: '1', sessionId: 'ATUid_1', networkCode: '99999' });
});

test.each<[string, () => Promise<string>, string, number]>([
  ['an END is an END', async () => 'END Au revoir', 'END Au revoir', 0],
  ['a text that begins with END stays on', async () => 'CON END ', 'CON END ', 0],
  ['a turn that fails ends politely', () => Promise.reject(new Error('database away')), 'END Service indisponible', 1],
  ['a turn that throws at once too', () => { throw new Error('bug'); }, 'END Service indisponible', 1],
  ['a screen without a beginning is never sent', async () => 'Bonjour', 'END Service indisponible', 1],
  ['nor is an empty one', async () => 'CON ', 'END Service indisponible', 1],
])('%s', async (_, answer, text, errors) => expect(await dial(answer)).toMatchObject({ status: 200, text, errors }));

test('a turn that never ends is not waited for', async () => {
  expect(await dial(() => new Promise(() => undefined), { budgetMs: 20 })).toMatchObject({ status: 200, text: 'END Service indisponible', errors: 1 });
});

test('a body without fields is a hop without fields', async () => {
  expect(await dial(async (form) => `CON ${JSON.stringify(form ?? null)}`, { body: '' })).toMatchObject({ status: 200 });
});
