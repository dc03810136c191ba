import { createTransport } from 'nodemailer';

/** `id`: the same letter has the same one, whoever sends it again. */
export type Letter = { id: string; to: string; subject: string; text: string; file: { name: string; mime: string; bytes: Buffer } };
/** `refused`: nobody is at that address. What may go better another time is thrown. */
export type Posted = { posted: true } | { refused: 'address' };
export type Mailer = (letter: Letter) => Promise<Posted>;
export type MailAccount = { url: string; from: string };

/** The library waits for minutes; whoever does a job has three. */
const WAITS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, dnsTimeout: 10_000 };
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
/** A name that nobody has, or that is none. */
const NO_MAILBOX = new Set([550, 551, 553]);
const NO_SUCH_USER = 550;
/** RFC 3463: what is wrong with the address, not with who sends (5.1.7, 5.1.8) or with what is sent. */
const ENHANCED = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/;
const OF_ADDRESS = /^5\.1\.(?![78]$)/;
/** What servers without these codes write of who gets it, never of who sends. */
const UNKNOWN = /^(?!.*\bsender\b).*(?:\b(unknown|no such|invalid|nonexistent) (local )?(user|recipient|mailbox|address|account)|\b(user|recipient|mailbox|address|account)\b.{0,60}\b(unknown|unavailable|not found|disabled|does(n't| not) exist)|\bnobody\b)/is;

/** Sends letters with a file through somebody's SMTP server. The password and the file never leave in clear, but on this machine. */
export function openMailer({ url, from }: MailAccount): Mailer {
  const transport = createTransport({ url, ...WAITS, requireTLS: !LOOPBACK.has(new URL(url).hostname), disableFileAccess: true, disableUrlAccess: true });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'griot';
  return async ({ id, to, subject, text, file: { name, mime, bytes } }) => {
    try {
      // A list of one address: what is typed is never read as several.
      await transport.sendMail({ from, to: [{ name: '', address: to }], subject, text, messageId: `<${id}@${domain}>`, attachments: [{ filename: name, contentType: mime, content: bytes }] });
      return { posted: true };
    } catch (error) {
      if (isNobody(error)) return { refused: 'address' };
      throw error;
    }
  };
}

/** The server knows nobody of that name, or it is no name. A full mailbox, greylisting, a wrong password, or a server that takes nothing from us may be over later. */
function isNobody(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, command, responseCode = 0, response = '' } = error as Error & { code?: string; command?: string; responseCode?: number; response?: string };
  if (code !== 'EENVELOPE') return false;
  if (command === 'API') return error.message.startsWith('Invalid recipient');
  const [, enhanced] = ENHANCED.exec(response) ?? [];
  return command === 'RCPT TO' && (enhanced === undefined ? responseCode === NO_SUCH_USER && UNKNOWN.test(response) : NO_MAILBOX.has(responseCode) && OF_ADDRESS.test(enhanced));
}
