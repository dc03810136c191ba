import express, { Router } from 'express';
import { act, actSchema, type ActRefusal } from './phone-acts.ts';
import { phoneView } from './phone-view.ts';
import { transcript } from './transcript.ts';
import { holderOf, nameOf, type SimulatorWorld } from './world.ts';

const STATUS: Record<ActRefusal, number> = { notSimulated: 409, noNumber: 409, nothingSaid: 400, noSuchOption: 409, notTaken: 202, noPrompt: 409, codeDigits: 400 };

/** The same phones for programs: POST /api/send what the person does, GET /api/phone what the phone shows. */
export function jsonRoutes(world: SimulatorWorld): Router {
  const router = Router();
  router.post('/send', express.json({ limit: '1mb' }), async (req, res) => {
    const done = actSchema.safeParse(req.body ?? {});
    if (!done.success) {
      res.status(400).json({ problem: 'badRequest', details: done.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) });
      return;
    }
    const problem = await act(world, done.data);
    res.status(problem === undefined ? 200 : STATUS[problem]).json({ ...(problem === undefined ? {} : { problem }), phone: phoneView(world, done.data.who, new Date()) });
  });
  router.get('/phone', (req, res) => {
    const who = holderOf(req.query.who);
    if (who === undefined) return void res.status(400).json({ problem: 'badNumber' });
    const phone = phoneView(world, who, new Date());
    res.json({ ...phone, transcript: transcript(phone, nameOf(world, who)) });
  });
  return router;
}
