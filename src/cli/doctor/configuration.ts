import { missing, note, right, type Check, type Config, type Finding } from './check.ts';

/** What can be seen without asking anybody. What production refuses to start without has been said before this. */
export const configuration: Check = {
  about: 'Configuration',
  look: (config) => Promise.resolve([mode(config), publicUrl(config), ...operator(config)]),
};

const mode = ({ production }: Config): Finding =>
  production ? right('NODE_ENV is production: nothing is simulated.') : note('NODE_ENV is not production: networks without an account are simulated. On the server, set NODE_ENV=production.');

function publicUrl({ publicUrl: url, production }: Config): Finding {
  const { protocol, hostname } = new URL(url);
  const local = hostname === 'localhost' || hostname === '127.0.0.1';
  if (protocol === 'https:') return right(`PUBLIC_URL is ${url}.`);
  if (!production && local) return note(`PUBLIC_URL is ${url}: only this machine reaches it. On the server, set it to the https address that Meta and Africa's Talking call.`);
  return missing(`PUBLIC_URL is ${url}: Meta calls https addresses only. Set PUBLIC_URL to the https address of the server.`);
}

function operator({ production, admin }: Config): Finding[] {
  if (!production || (admin.email !== undefined && admin.password !== undefined)) return [];
  return [note('ADMIN_EMAIL and ADMIN_PASSWORD are unset: they make the first operator, and are not needed once there is one.')];
}
