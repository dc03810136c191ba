import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP's choice for 32 MB: four sign-ins at once must not empty a small machine. */
const COST = { ln: 15, r: 8, p: 3 };
const BYTES = 32;
const SALT_BYTES = 16;
const ENCODED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/;

/** Carries its own cost, so that the cost may rise while old passwords still open. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return encode(salt, await stretch(password, salt, COST));
}

export async function passwordMatches(password: string, encoded: string): Promise<boolean> {
  const [, ln, r, p, salt = '', hash = ''] = ENCODED.exec(encoded) ?? [];
  if (ln === undefined) throw new Error('a stored password is not one we wrote');
  const wanted = Buffer.from(hash, 'base64url');
  const given = await stretch(password, Buffer.from(salt, 'base64url'), { ln: Number(ln), r: Number(r), p: Number(p) });
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** What an account that does not exist is checked against: it costs the same and no password opens it. */
export const matchesNothing = (): string => encode(randomBytes(SALT_BYTES), randomBytes(BYTES));

/** The same password typed on two keyboards may differ in how its accents are composed. */
const stretch = (password: string, salt: Buffer, { ln, r, p }: typeof COST): Promise<Buffer> => {
  const N = 2 ** ln;
  return derive(password.normalize('NFKC'), salt, BYTES, { N, r, p, maxmem: 2 * 128 * N * r });
};

const encode = (salt: Buffer, hash: Buffer): string =>
  `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
