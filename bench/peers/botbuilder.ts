import { ActivityHandler, BotAdapter, ConversationState, MemoryStorage, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from 'botbuilder';
import express from 'express';
import { isSigned, messagesIn, replyByFetch, type Incoming } from './reply.ts';

/** A bot as its guide shows one, with an adapter for this webhook: the conversation's state is read and saved around each turn, in memory. */
class WhatsAppAdapter extends BotAdapter {
  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    await Promise.all(activities.map(({ recipient, text }) => replyByFetch(recipient?.id ?? '', text ?? '')));
    return activities.map(() => ({ id: '' }));
  }
  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('a message that was sent stays as it is'));
  }
  override deleteActivity(_context: TurnContext, _reference: Partial<ConversationReference>): Promise<never> {
    return Promise.reject(new Error('a message that was sent stays'));
  }
  override continueConversation(): Promise<never> {
    return Promise.reject(new Error('only people begin here'));
  }
  process({ from, text }: Incoming): Promise<void> {
    const person = { id: from, name: '' };
    const context = new TurnContext(this, { type: 'message', channelId: 'whatsapp', text, from: person, recipient: { id: 'griot', name: '' }, conversation: { id: from, name: '', isGroup: false, conversationType: 'personal' }, serviceUrl: '' });
    return this.runMiddleware(context, (turn) => bot.run(turn));
  }
}

type Talk = { step: number; heard: string[] };

const state = new ConversationState(new MemoryStorage());
const talkOf = state.createProperty<Talk>('talk');
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const talk = await talkOf.get(context, { step: 0, heard: [] });
  talk.step += 1;
  talk.heard = [...talk.heard, context.activity.text].slice(-5);
  await context.sendActivity(`Étape ${talk.step}. Vous avez écrit : ${context.activity.text}`);
  await next();
});
bot.onDialog(async (context, next) => {
  await state.saveChanges(context, false);
  await next();
});
const adapter = new WhatsAppAdapter();

const app = express();
app.get('/healthz', (_req, res) => void res.json({ alive: true }));
app.post('/webhooks/whatsapp', express.raw({ type: () => true, limit: '3mb' }), (req, res) => {
  const bytes = req.body as Buffer;
  if (!isSigned(bytes, req.get('x-hub-signature-256'))) {
    res.status(401).send('no');
    return;
  }
  const messages = messagesIn(JSON.parse(bytes.toString('utf8')));
  res.status(200).send('ok');
  for (const message of messages) void adapter.process(message);
});
app.listen(Number(process.env['PORT']), '127.0.0.1');
