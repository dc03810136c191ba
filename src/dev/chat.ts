import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { CHANNELS, openTalk, type Talk } from './talk.ts';

const HELP = `Talk to Griot in the terminal, as one of the cast or as anybody.

  npm run chat -- [--as +2290196000001] [--channel whatsapp|sms|ussd] [--url http://localhost:3000]

A running Griot is used; without one it is started here. One line is one message.
From a pipe each line waits for its answer:  printf 'bonjour\\n1\\n' | npm run --silent chat

  a number or a label        taps the button or row of the last message (WhatsApp)
  [Label]                    taps, also when an earlier message has it
  /photo /voice /document /location /contact /sticker /number    sends one (WhatsApp)
  *384*22#                   dials (USSD); then each line is what is typed, /empty is nothing
  /drop or /hangup           ends the call without waiting for its end
  /momo 0000                 approves the payment this phone is asked for (any 4 or 5 digits); late too
  /momo refuse|poor|wrongpin|ignore    refuses, lacks the money, mistypes the code, lets it expire
  /as +229…  /channel sms    another person, another network
  /help                      this
  Ctrl-D                     leaves

Options
  --as        the number of the person (Awa, +2290196000001)
  --channel   whatsapp
  --url       the Griot to talk to
  --settle    milliseconds of silence after which an answer is complete (700)
  --wait      milliseconds to wait for an answer that does not come (10000)
`;

const NEWS_EVERY_MS = 500;

async function main(): Promise<number> {
  const options = read();
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const { url, close } = await reach(options.url);
  try {
    const talk = await openTalk({ ...options, url });
    console.error(`${talk.title()}. /help for help, Ctrl-D to leave.`);
    await (process.stdin.isTTY ? typed(talk) : piped(talk));
    return 0;
  } finally {
    await close();
  }
}

function read() {
  const flags = { type: 'string' } as const;
  const { values } = parseArgs({ options: { as: flags, channel: flags, url: flags, settle: flags, wait: flags, help: { type: 'boolean', short: 'h' } } });
  const channel = CHANNELS.find((one) => one === (values.channel ?? 'whatsapp'));
  const [settleMs, waitMs] = [Number(values.settle ?? 700), Number(values.wait ?? 10_000)];
  if (channel === undefined) return `--channel is one of ${CHANNELS.join(', ')}, not ${values.channel ?? ''}.`;
  if (!(settleMs >= 0 && waitMs >= 0)) return '--settle and --wait are milliseconds.';
  return { who: values.as ?? '+2290196000001', channel, url: values.url, settleMs, waitMs, help: values.help ?? false };
}

/** The embedded database has one owner: a Griot that runs is talked to, never doubled. */
async function reach(asked: string | undefined): Promise<{ url: string; close: () => Promise<void> }> {
  const stay = async () => undefined;
  if (asked !== undefined) return { url: asked.replace(/\/+$/, ''), close: stay };
  const { runningUrl, startWorld } = await import('./world.ts');
  const url = runningUrl();
  const alive = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
  if (alive?.ok) return { url, close: stay };
  console.error('No Griot runs here: starting one…');
  return startWorld();
}

/** One line is one message, answered before the next is sent. */
async function piped(talk: Talk): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(`> ${line}`);
    print(await answer(talk, line));
  }
}

async function typed(talk: Talk): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  const unasked = setInterval(() => {
    void talk.news().then((news) => {
      if (news.length === 0) return;
      process.stdout.write('\r\u001b[K');
      print(news);
      lines.prompt(true);
    });
  }, NEWS_EVERY_MS);
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '' || talk.dialling()) print(await answer(talk, line));
    lines.prompt();
  }
  clearInterval(unasked);
}

async function answer(talk: Talk, line: string): Promise<string[]> {
  return line.trim() === '/help' ? HELP.split('\n') : talk.say(line);
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

main().then((code) => process.exit(code), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
