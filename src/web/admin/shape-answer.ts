import { shape } from '../../conversation/shape.ts';
import type { ShapeText } from '../../domain/operators/answer-as-human.ts';

const NO_SCREEN = 0;

/** An operator's words in the very shape of a reply of the bot, so that the dispatcher knows one kind of row. */
export const shapeAnswer: ShapeText = (channel, text) => {
  const { payload, text: said } = shape(channel, { text, options: [], menu: '', more: '', over: true, step: 0 }, [], 0, NO_SCREEN);
  return { payload: payload as object, text: said };
};
