import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);

/** A PIN has few digits: the cost is what protects a stolen table, the lock after three wrong ones what protects the phone. */
const COST = { N: 16_384, r: 8, p: 1 };
const BYTES = 32;

export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('hex')}$${(await derive(pin, salt, BYTES, COST)).toString('hex')}`;
}

export async function pinMatches(pin: string, hash: string): Promise<boolean> {
  const [, salt = '', expected = ''] = hash.split('$');
  const wanted = Buffer.from(expected, 'hex');
  const given = await derive(pin, Buffer.from(salt, 'hex'), BYTES, COST);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
